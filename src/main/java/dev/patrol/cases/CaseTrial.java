package dev.patrol.cases;

import java.util.List;

/**
 * What came of all cases that were run.
 *
 * @param rules how many rules were tried
 * @param results one for each case, by file and line
 * @param coverage what the cases do not show of these rules
 */
public record CaseTrial(int rules, List<CaseResult> results, Coverage coverage) {
  public CaseTrial {
    results = List.copyOf(results);
  }

  /** The cases that did not pass. */
  public List<CaseResult> failed() {
    return results.stream().filter(result -> !result.passed()).toList();
  }

  /** Whether every case passed. */
  public boolean passed() {
    return failed().isEmpty();
  }
}
