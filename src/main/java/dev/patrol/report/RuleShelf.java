package dev.patrol.report;

import dev.patrol.model.Cause;
import dev.patrol.model.Finding;
import dev.patrol.model.RuleInfo;
import dev.patrol.report.view.RuleRow;
import dev.patrol.report.view.Say;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All rules that pages speak of, with their texts in both languages. For any thread once the run's
 * summary was added.
 */
final class RuleShelf {
  private static final Comparator<RuleInfo> ORDER =
      Comparator.comparing(RuleInfo::guide, Comparator.nullsLast(Comparator.naturalOrder()));

  private final Map<String, RuleInfo> rules = new TreeMap<>();
  private final Map<String, Spoken> spoken = new ConcurrentHashMap<>();
  private Map<String, RuleInfo> english = Map.of();
  private Map<String, RuleInfo> chinese = Map.of();

  /** A rule's texts in both languages. */
  private record Spoken(Say title, Say remedy) {}

  /** Also a rule that is gone, of which something was fixed. */
  void add(Finding finding) {
    rules.putIfAbsent(Words.name(finding.rule().id()), finding.rule());
  }

  /** All rules there are, once they are known. */
  void add(RunSummary summary) {
    for (RuleInfo rule : summary.rules()) {
      rules.put(Words.name(rule.id()), rule);
    }
    english = byId(summary.rules("en"));
    chinese = byId(summary.rules("zh"));
    spoken.clear();
  }

  private static Map<String, RuleInfo> byId(List<RuleInfo> rules) {
    return rules.stream()
        .collect(Collectors.toMap(rule -> Words.name(rule.id()), Function.identity(), (a, b) -> a));
  }

  /** What a rule names, in the run's language. */
  String title(String id) {
    RuleInfo rule = rules.get(id);
    return rule == null ? id : Words.text(rule.title());
  }

  /** The rules that were counted, or all; by step of the guide and id. */
  List<RuleRow> rows(Map<String, Long> counts, boolean all) {
    return rules.entrySet().stream()
        .filter(entry -> all || counts.containsKey(entry.getKey()))
        .sorted(
            Map.Entry.<String, RuleInfo>comparingByValue(ORDER)
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> row(entry.getKey(), entry.getValue(), counts))
        .toList();
  }

  private RuleRow row(String id, RuleInfo rule, Map<String, Long> counts) {
    Spoken texts =
        spoken.computeIfAbsent(
            id,
            fresh -> new Spoken(say(id, rule, RuleInfo::title), say(id, rule, RuleInfo::remedy)));
    return new RuleRow(
        id,
        texts.title(),
        texts.remedy(),
        step(rule.guide()),
        rule.guideId(),
        rule.severity().id(),
        Words.name(rule.file() + ":" + rule.line()),
        counts.containsKey(id),
        counts.getOrDefault(id, 0L));
  }

  private Say say(String id, RuleInfo rule, Function<RuleInfo, String> text) {
    return new Say(
        Words.text(text.apply(english.getOrDefault(id, rule))),
        Words.text(text.apply(chinese.getOrDefault(id, rule))));
  }

  private static String step(@Nullable Cause guide) {
    if (guide == null) {
      return "";
    }
    return switch (guide) {
      case KEY_OAUTH, KEY_VALIDITY, KEY_PERMISSION, KEY_WORKSPACE -> "1";
      case URL_HOST, URL_PATH, URL_QUERY -> "2";
      case HEADER -> "3";
      case FIELDS -> "4";
      case ESCALATE -> "5";
      case RESOURCE, QUOTA, RISK_CONTROL, SERVICE, NONE -> "";
    };
  }
}
