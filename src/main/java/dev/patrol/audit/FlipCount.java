package dev.patrol.audit;

import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Flips;
import dev.patrol.model.History;
import dev.patrol.model.Judgement;
import dev.patrol.model.Probed;
import dev.patrol.model.Today;
import dev.patrol.model.TokenState;
import dev.patrol.model.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts the tokens that went from well to refused in one night. For one thread. */
final class FlipCount {
  private static final String KEY = "key.";

  private final Today today;
  private Flips flips = Flips.NONE;

  FlipCount(Today today) {
    this.today = today;
  }

  /** Takes dossiers that have been told about earlier nights, and what was made of each. */
  void add(List<Probed> dossiers, List<Judgement> judgements) {
    for (int i = 0; i < dossiers.size(); i++) {
      flips = flips.plus(flips(dossiers.get(i).past(), judgements.get(i)));
    }
  }

  Flips total() {
    return flips;
  }

  private Flips flips(List<History> past, Judgement judgement) {
    boolean well = false;
    Set<String> passed = new HashSet<>();
    for (History fact : past) {
      String endpoint = fact.endpoint();
      if (endpoint == null) {
        well = !fact.failing();
      } else if (!fact.failing()) {
        passed.add(endpoint);
      }
    }
    if (!well) {
      return Flips.NONE;
    }
    boolean flipped =
        !judgement.token().declaredOver(today)
            && judgement.state() != TokenState.EXPIRED
            && (judgement.state() == TokenState.INVALID || anyRefused(judgement, passed));
    return new Flips(flipped ? 1 : 0, 1);
  }

  private static boolean anyRefused(Judgement judgement, Set<String> passed) {
    return judgement.diagnoses().stream()
        .filter(diagnosis -> passed.contains(diagnosis.endpoint().id()))
        .anyMatch(FlipCount::isRefused);
  }

  private static boolean isRefused(Diagnosis diagnosis) {
    Cause cause = diagnosis.cause();
    return diagnosis.verdict() == Verdict.FAIL && cause.id().startsWith(KEY);
  }
}
