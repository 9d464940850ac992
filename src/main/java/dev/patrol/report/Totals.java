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
 * @param severities findings that are open, whether new, known or back again, by severity
 * @param statuses all findings by how they stand against earlier runs
 */
public record Totals(
    long tokens,
    long endpoints,
    long unanswered,
    Map<TokenState, Long> states,
    Map<Verdict, Long> verdicts,
    Map<Cause, Long> causes,
    Map<Severity, Long> severities,
    Map<FindingStatus, Long> statuses) {
  public Totals {
    states = Collections.unmodifiableMap(new EnumMap<>(states));
    verdicts = Collections.unmodifiableMap(new EnumMap<>(verdicts));
    causes = Collections.unmodifiableMap(new EnumMap<>(causes));
    severities = Collections.unmodifiableMap(new EnumMap<>(severities));
    statuses = Collections.unmodifiableMap(new EnumMap<>(statuses));
  }

  /** How many open findings are at least that bad. */
  public long atLeast(Severity severity) {
    return severities.entrySet().stream()
        .filter(entry -> entry.getKey().atLeast(severity))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** All open findings. */
  public long findings() {
    return atLeast(Severity.INFO);
  }

  /** How many findings have that status. */
  public long count(FindingStatus status) {
    return statuses.getOrDefault(status, 0L);
  }
}
