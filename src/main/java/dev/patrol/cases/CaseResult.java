package dev.patrol.cases;

import java.util.List;

/**
 * What came of a case.
 *
 * @param tried the case
 * @param differences what is not as expected, in lines for people; none when it passed
 */
public record CaseResult(RuleCase tried, List<String> differences) {
  public CaseResult {
    differences = List.copyOf(differences);
  }

  /** Whether all is as expected. */
  public boolean passed() {
    return differences.isEmpty();
  }
}
