package dev.patrol.report;

import dev.patrol.model.Finding;
import dev.patrol.model.Flips;
import dev.patrol.model.InventoryIssue;
import dev.patrol.model.RuleInfo;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known about a run only when all tokens are judged.
 *
 * @param issues what is wrong with inventory rows
 * @param across findings that span tokens
 * @param requestsSent how many requests went out
 * @param requestsShared how many answers were taken from an equal request
 * @param requestsByAccount requests sent for each account; the empty name stands for "not known"
 * @param rules all rules that were asked
 * @param translations the same with their texts in the languages of these tags
 * @param flips how many tokens went from well to refused in one night
 * @param notes what else the reader must know, such as a host that was down
 * @param failedRules rules that threw or did not come to an end
 */
public record RunSummary(
    List<InventoryIssue> issues,
    List<Finding> across,
    long requestsSent,
    long requestsShared,
    Map<String, Long> requestsByAccount,
    List<RuleInfo> rules,
    Map<String, List<RuleInfo>> translations,
    Flips flips,
    List<String> notes,
    List<FailedRule> failedRules) {
  public RunSummary {
    failedRules = List.copyOf(failedRules);
    issues = List.copyOf(issues);
    across = List.copyOf(across);
    requestsByAccount = Collections.unmodifiableMap(new TreeMap<>(requestsByAccount));
    rules = List.copyOf(rules);
    translations = Map.copyOf(translations);
    notes = List.copyOf(notes);
  }

  /** Of a run in which no rule failed. */
  public RunSummary(
      List<InventoryIssue> issues,
      List<Finding> across,
      long requestsSent,
      long requestsShared,
      Map<String, Long> requestsByAccount,
      List<RuleInfo> rules,
      Map<String, List<RuleInfo>> translations,
      Flips flips,
      List<String> notes) {
    this(
        issues,
        across,
        requestsSent,
        requestsShared,
        requestsByAccount,
        rules,
        translations,
        flips,
        notes,
        List.of());
  }

  /** All rules with their texts in a language; as they were asked where there is no translation. */
  List<RuleInfo> rules(String lang) {
    return translations.getOrDefault(lang, rules);
  }
}
