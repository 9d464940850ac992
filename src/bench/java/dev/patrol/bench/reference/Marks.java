package dev.patrol.bench.reference;

import dev.patrol.model.Mark;
import dev.patrol.model.Verdict;
import java.util.List;

/** How what several checks say comes together. */
final class Marks {
  private Marks() {}

  static Mark pass(String evidence) {
    return new Mark(Verdict.PASS, evidence);
  }

  static Mark fail(String evidence) {
    return new Mark(Verdict.FAIL, evidence);
  }

  static Mark unsure(String evidence) {
    return new Mark(Verdict.UNKNOWN, evidence);
  }

  /** A failure outweighs a pass, and a pass outweighs not knowing; equals add up. */
  static Mark stronger(Mark first, Mark second) {
    if (first.verdict() != second.verdict()) {
      return weight(first) > weight(second) ? first : second;
    }
    return first.evidence().equals(second.evidence())
        ? first
        : new Mark(first.verdict(), first.evidence() + "; " + second.evidence());
  }

  private static int weight(Mark mark) {
    return switch (mark.verdict()) {
      case FAIL -> 2;
      case PASS -> 1;
      case UNKNOWN -> 0;
    };
  }

  /** A certain failure, which has no alternatives, closes what a suspicion left open. */
  static <T> List<T> closed(List<T> first, List<T> second) {
    return first.isEmpty() || second.isEmpty() ? List.of() : first;
  }
}
