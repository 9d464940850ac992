package dev.patrol.audit;

import dev.patrol.model.Finding;
import dev.patrol.report.Totals;
import java.nio.file.Path;
import java.util.List;

/**
 * What an audit came to.
 *
 * @param report the published report's folder
 * @param totals what was judged and found
 * @param urgent the worst findings, worst first; a few
 * @param issues how many inventory issues there are
 * @param requests how many requests were sent, retries included
 */
public record AuditOutcome(
    Path report, Totals totals, List<Finding> urgent, long issues, long requests) {
  public AuditOutcome {
    urgent = List.copyOf(urgent);
  }
}
