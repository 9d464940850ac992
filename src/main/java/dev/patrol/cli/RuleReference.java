package dev.patrol.cli;

import dev.patrol.model.RuleInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what the rules find as Markdown, by step of the guide; links stand from their folder. */
final class RuleReference {
  private static final String HEAD =
      """
      # Rules

      Made by `patrol rules list --format md`; how to add a rule is told in [WRITING.md](WRITING.md).
      A rule is switched off, or given another severity, by its id in `patrol.yaml`, below `rules`.
      """;

  private RuleReference() {}

  static String of(List<ListedRule> rules) {
    StringBuilder text = new StringBuilder(HEAD);
    Map<String, List<ListedRule>> bySteps =
        rules.stream()
            .filter(rule -> rule.info().reports())
            .sorted(ListedRule.BY_STEP)
            .collect(
                Collectors.groupingBy(
                    rule -> rule.info().guideId(), LinkedHashMap::new, Collectors.toList()));
    bySteps.forEach((step, group) -> reporting(text, step, group));
    List<ListedRule> concluding =
        rules.stream().filter(rule -> !rule.info().reports()).sorted(ListedRule.BY_STEP).toList();
    if (!concluding.isEmpty()) {
      concluding(text, concluding);
    }
    return text.toString();
  }

  private static void reporting(StringBuilder text, String step, List<ListedRule> rules) {
    text.append("\n## ").append(step).append("\n\n");
    text.append("| rule | severity | finds | what to do |\n| --- | --- | --- | --- |\n");
    for (ListedRule rule : rules) {
      row(
          text,
          link(rule.info()),
          rule.shownSeverity() + (rule.on() ? "" : ", off"),
          cell(rule.info().title()),
          cell(rule.info().remedy()));
    }
  }

  private static void concluding(StringBuilder text, List<ListedRule> rules) {
    text.append("\n## Rules that draw conclusions\n\n");
    text.append("They make no finding of their own; other rules build on what they conclude.\n\n");
    text.append("| rule | step | concludes |\n| --- | --- | --- |\n");
    for (ListedRule rule : rules) {
      row(
          text,
          link(rule.info()) + (rule.on() ? "" : ", off"),
          rule.info().guideId(),
          cell(rule.info().title()));
    }
  }

  private static String link(RuleInfo rule) {
    return "[%s](%s#L%d)".formatted(rule.id(), rule.file(), rule.line());
  }

  private static void row(StringBuilder text, String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String cell(String text) {
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("\n", " ");
  }
}
