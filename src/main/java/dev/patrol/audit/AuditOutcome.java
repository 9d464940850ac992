package dev.patrol.audit;

import dev.patrol.report.Todo;
import dev.patrol.report.Totals;
import java.nio.file.Path;
import java.util.List;

/**
 * What an audit came to.
 *
 * @param report the published report's folder
 * @param totals what was judged and found
 * @param first what to do first, as the report's page has it; a few
 * @param issues how many inventory issues there are
 * @param requests how many requests were sent, retries included
 */
public record AuditOutcome(
    Path report, Totals totals, List<Todo> first, long issues, long requests) {
  public AuditOutcome {
    first = List.copyOf(first);
  }
}
