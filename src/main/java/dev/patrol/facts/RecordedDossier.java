package dev.patrol.facts;

import dev.patrol.model.Probed;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as it was judged in an earlier run, without secrets.
 *
 * @param probed all that the rules got to know
 * @param secret a number by which tokens with the same secret are told; null where it is not known
 */
public record RecordedDossier(Probed probed, @Nullable Integer secret) {}
