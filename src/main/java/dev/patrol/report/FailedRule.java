package dev.patrol.report;

import dev.patrol.model.RuleError;
import dev.patrol.model.RuleInfo;
import java.util.List;

/**
 * A rule that threw or did not come to an end: a failure of the tool.
 *
 * @param rule the rule
 * @param times for how many tokens it failed; a round without a token counts as one
 * @param first the first few times, in the inventory's order
 */
public record FailedRule(RuleInfo rule, long times, List<RuleError> first) {
  /** So many times are kept of each rule. */
  public static final int SHOWN = 20;

  public FailedRule {
    first = List.copyOf(first);
  }

  /** Whom it failed for and why, such as {@code sales-pat: it threw ...}, one text a time. */
  List<String> lines() {
    return first.stream()
        .map(
            error ->
                error.token() == null ? error.message() : error.token() + ": " + error.message())
        .toList();
  }
}
