package dev.patrol.report;

import dev.patrol.model.Cause;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Severity;
import dev.patrol.model.TokenState;
import dev.patrol.model.Verdict;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Counts of what has been reported so far; every map has all keys, in the order of the enum.
 *
 * @param tokens tokens judged
 * @param endpoints endpoints judged
 * @param unanswered probes that were sent, or should have been, and brought nothing readable
 * @param states tokens by state
 * @param verdicts endpoints by verdict
 * @param causes endpoints by cause
 * @param found all findings by how they stand against earlier runs, and by severity
 */
public record Totals(
    long tokens,
    long endpoints,
    long unanswered,
    Map<TokenState, Long> states,
    Map<Verdict, Long> verdicts,
    Map<Cause, Long> causes,
    Map<FindingStatus, Map<Severity, Long>> found) {
  public Totals {
    states = Collections.unmodifiableMap(new EnumMap<>(states));
    verdicts = Collections.unmodifiableMap(new EnumMap<>(verdicts));
    causes = Collections.unmodifiableMap(new EnumMap<>(causes));
    Map<FindingStatus, Map<Severity, Long>> copy = new EnumMap<>(FindingStatus.class);
    found.forEach(
        (status, counts) -> copy.put(status, Collections.unmodifiableMap(new EnumMap<>(counts))));
    found = Collections.unmodifiableMap(copy);
  }

  /** Findings that are open, whether new, known or back again, by severity. */
  public Map<Severity, Long> severities() {
    Map<Severity, Long> open = new EnumMap<>(Severity.class);
    found.forEach(
        (status, counts) -> {
          if (status.isOpen()) {
            counts.forEach((severity, count) -> open.merge(severity, count, Long::sum));
          }
        });
    return open;
  }

  /** How many open findings are at least that bad. */
  public long atLeast(Severity severity) {
    return severities().entrySet().stream()
        .filter(entry -> entry.getKey().atLeast(severity))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** All open findings. */
  public long findings() {
    return atLeast(Severity.INFO);
  }

  /** All findings by how they stand against earlier runs. */
  public Map<FindingStatus, Long> statuses() {
    Map<FindingStatus, Long> statuses = new EnumMap<>(FindingStatus.class);
    found.forEach(
        (status, counts) ->
            statuses.put(status, counts.values().stream().mapToLong(count -> count).sum()));
    return statuses;
  }

  /** How many findings have that status. */
  public long count(FindingStatus status) {
    return statuses().getOrDefault(status, 0L);
  }
}
