package dev.patrol.cli;

import dev.patrol.model.Cause;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.RuleSettings;
import dev.patrol.model.Severity;
import dev.patrol.rules.check.RuleCheck;
import dev.patrol.rules.source.RuleTexts;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A rule of a folder as it holds under the configuration; nothing is compiled for it.
 *
 * @param info what its file says, in the asked language as far as there is a translation
 * @param severity the one that holds
 * @param on whether it may fire
 */
record ListedRule(RuleInfo info, Severity severity, boolean on) {
  /** By the guide's step, hygiene last, then by file and line. */
  static final Comparator<ListedRule> BY_STEP =
      Comparator.comparing(
              (ListedRule rule) -> Objects.requireNonNullElse(rule.info.guide(), Cause.NONE))
          .thenComparing(rule -> rule.info.file())
          .thenComparing(rule -> rule.info.line());

  /**
   * All rules of a folder, by file and line.
   *
   * @throws dev.patrol.problem.ProblemsException with every file that cannot be read or parsed
   */
  static List<ListedRule> of(Path folder, RuleSettings settings, Locale language) {
    RuleCheck check = RuleCheck.read(folder, settings);
    check.refuseErrors();
    return RuleTexts.read(folder, language).translate(check.parsed().byName()).values().stream()
        .map(
            info ->
                new ListedRule(
                    info,
                    settings.severities().getOrDefault(info.id(), info.severity()),
                    !settings.off().contains(info.id())))
        .toList();
  }

  /** Whether the configuration gives it another severity than its file. */
  boolean changed() {
    return severity != info.severity();
  }

  /** Whether it makes findings or only conclusions for other rules. */
  String kind() {
    return info.reports() ? "reports" : "concludes";
  }

  /** The severity that holds, and the file's where they differ; empty when it makes no finding. */
  String shownSeverity() {
    if (!info.reports()) {
      return "";
    }
    return changed() ? severity.id() + " (file: " + info.severity().id() + ")" : severity.id();
  }

  String shownState() {
    return on ? "on" : "off";
  }
}
