package dev.patrol.bench;

import dev.patrol.model.Judgement;
import dev.patrol.model.Probed;
import java.util.List;
import java.util.function.Function;

/**
 * Somebody who judges dossiers.
 *
 * @param name in tables
 * @param verdicts a judgement for each dossier of a batch, in the same order
 */
record Judge(String name, Function<List<Probed>, List<Judgement>> verdicts) {}
