package dev.patrol.audit;

import dev.patrol.report.FailedRule;
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
 * @param failedRules the rules that threw or did not come to an end
 */
public record AuditOutcome(
    Path report,
    Totals totals,
    List<Todo> first,
    long issues,
    long requests,
    List<FailedRule> failedRules) {
  public AuditOutcome {
    failedRules = List.copyOf(failedRules);
    first = List.copyOf(first);
  }

  /** Whether something is not known that a whole run would know. */
  public boolean isIncomplete() {
    return totals.unanswered() > 0 || !failedRules.isEmpty();
  }
}
