package dev.patrol.audit;

import dev.patrol.model.Finding;
import dev.patrol.model.Severity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;

/** Keeps the few worst findings: by severity, then by date, then as they came. */
final class Urgency {
  private static final int MOST = 5;

  /** A finding and when it came. */
  private record Ranked(Finding finding, long number) {}

  private static final Comparator<Ranked> WORST_FIRST =
      Comparator.<Ranked, Severity>comparing(ranked -> ranked.finding().severity())
          .thenComparing(ranked -> Objects.requireNonNullElse(ranked.finding().due(), Instant.MAX))
          .thenComparing(Ranked::number);

  private final PriorityQueue<Ranked> worst = new PriorityQueue<>(WORST_FIRST.reversed());
  private long number;

  void add(Finding finding) {
    worst.add(new Ranked(finding, number++));
    if (worst.size() > MOST) {
      worst.remove();
    }
  }

  List<Finding> worst() {
    return worst.stream().sorted(WORST_FIRST).map(Ranked::finding).toList();
  }
}
