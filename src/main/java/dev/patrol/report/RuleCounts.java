package dev.patrol.report;

import dev.patrol.model.Finding;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Severity;
import dev.patrol.report.view.Part;
import dev.patrol.report.view.RuleRow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many open findings each rule made, and the first and worst of them. */
final class RuleCounts {
  static final int SAMPLES = 20;

  private final Words words;
  private final Map<String, Found> byRule = new TreeMap<>();

  /** What one rule found so far. */
  private static final class Found {
    private final RuleInfo rule;
    private final Shortlist<Severity, RuleRow.Sample> samples =
        new Shortlist<>(SAMPLES, Comparator.naturalOrder());
    private Severity worst = Severity.INFO;
    private long count;

    private Found(RuleInfo rule) {
      this.rule = rule;
    }
  }

  RuleCounts(Words words) {
    this.words = words;
  }

  void add(Finding finding) {
    if (!finding.status().isOpen()) {
      return;
    }
    Found found = byRule.computeIfAbsent(finding.rule().id(), id -> new Found(finding.rule()));
    found.count++;
    found.worst = finding.severity().atLeast(found.worst) ? finding.severity() : found.worst;
    found.samples.offer(finding.severity(), () -> sample(finding));
  }

  /** The rules that found something: the worst first, then the most frequent. */
  List<RuleRow> found() {
    return byRule.values().stream()
        .sorted(
            Comparator.comparing((Found found) -> found.worst)
                .thenComparing(found -> found.count, Comparator.reverseOrder()))
        .map(this::row)
        .toList();
  }

  /** All rules, by step of the guide and id. */
  List<RuleRow> all(List<RuleInfo> rules) {
    Comparator<RuleInfo> byGuide =
        Comparator.comparing(RuleInfo::guide, Comparator.nullsLast(Comparator.naturalOrder()));
    return rules.stream()
        .sorted(byGuide.thenComparing(RuleInfo::id))
        .map(rule -> byRule.getOrDefault(rule.id(), silent(rule)))
        .map(this::row)
        .toList();
  }

  private static Found silent(RuleInfo rule) {
    Found found = new Found(rule);
    found.worst = rule.severity();
    return found;
  }

  private RuleRow row(Found found) {
    RuleInfo rule = found.rule;
    return new RuleRow(
        Words.name(rule.id()),
        Words.text(rule.title()),
        Words.text(rule.remedy()),
        words.guide(rule.guide()),
        words.severity(found.worst),
        words.texts().number(found.count),
        new Part<>(found.samples.items(), found.samples.left()));
  }

  private static RuleRow.Sample sample(Finding finding) {
    return new RuleRow.Sample(
        Words.subject(finding),
        Words.name(SafeText.of(finding.owner())),
        Words.text(finding.evidence()));
  }
}
