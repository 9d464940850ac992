package dev.patrol.cli;

import dev.patrol.audit.AuditOutcome;
import dev.patrol.model.Cause;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Severity;
import dev.patrol.report.FailedRule;
import dev.patrol.report.Todo;
import dev.patrol.report.Totals;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.ColorScheme;

/** Prints what an audit came to. */
final class SummaryTable {
  private static final String DETAIL = " ".repeat(11) + "%s%n";

  private final PrintWriter out;
  private final ColorScheme colors;

  SummaryTable(PrintWriter out, ColorScheme colors) {
    this.out = out;
    this.colors = colors;
  }

  void print(AuditOutcome outcome) {
    Totals totals = outcome.totals();
    line("Tokens", totals.tokens() + ": " + counts(totals.states(), state -> state.id()));
    line(
        "Endpoints",
        totals.endpoints() + ": " + counts(totals.verdicts(), verdict -> verdict.id()));
    line("Causes", causes(totals.causes()));
    line("Requests", outcome.requests() + " sent; " + unanswered(totals.unanswered()));
    for (FailedRule failed : outcome.failedRules()) {
      line("Rule", failed(failed));
    }
    line("Findings", totals.findings() + ": " + counts(totals.severities(), Severity::id));
    if (saysMoreThanOpen(totals.statuses())) {
      line("Status", counts(totals.statuses(), FindingStatus::id));
    }
    line("Issues", outcome.issues() + " in the inventory");
    if (!outcome.first().isEmpty()) {
      out.println();
      out.println(bold("What to do first"));
      outcome.first().forEach(this::print);
    }
    out.println();
    line("Report", shown(outcome.report().resolve("index.html")));
  }

  /** What came of telling people, after {@link #print(AuditOutcome)}. */
  void messages(String text) {
    line("Messages", text);
  }

  /** Without earlier runs and waivers every finding is open, which needs no line. */
  private static boolean saysMoreThanOpen(Map<FindingStatus, Long> statuses) {
    return statuses.entrySet().stream()
        .anyMatch(entry -> entry.getKey() != FindingStatus.OPEN && entry.getValue() > 0);
  }

  private void print(Todo todo) {
    String where = todo.subject().isEmpty() ? "" : todo.subject() + ": ";
    print("  %s %s%s%n", severity(todo.severity()), where, todo.title());
    print(DETAIL, todo.evidence());
    if (!todo.endpoints().isEmpty()) {
      print(DETAIL, todo.endpoints());
    }
  }

  private void print(String format, Object... values) {
    out.printf(Locale.ROOT, format, values);
  }

  private static String unanswered(long probes) {
    return probes + (probes == 1 ? " probe" : " probes") + " unanswered";
  }

  private static String failed(FailedRule failed) {
    RuleInfo rule = failed.rule();
    return "%s (%s:%d) failed %s: %s"
        .formatted(
            rule.id(),
            rule.file(),
            rule.line(),
            failed.times() == 1 ? "once" : failed.times() + " times",
            failed.first().get(0).message());
  }

  private void line(String name, String text) {
    print("%s %s%n", bold(String.format(Locale.ROOT, "%-10s", name)), text);
  }

  private String severity(String id) {
    String word = String.format(Locale.ROOT, "%-8s", id);
    return switch (id) {
      case "critical" -> colors.ansi().string("@|bold,red " + word + "|@");
      case "high" -> colors.ansi().string("@|red " + word + "|@");
      case "medium" -> colors.ansi().string("@|yellow " + word + "|@");
      default -> word;
    };
  }

  private String bold(String text) {
    return colors.ansi().string("@|bold " + text + "|@");
  }

  private static <K> String counts(Map<K, Long> counts, Function<K, String> name) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> entry.getValue() + " " + name.apply(entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String causes(Map<Cause, Long> causes) {
    List<Cause> failing =
        Arrays.stream(Cause.values()).filter(cause -> cause != Cause.NONE).toList();
    String text =
        failing.stream()
            .filter(cause -> causes.getOrDefault(cause, 0L) > 0)
            .map(cause -> causes.get(cause) + " " + cause.id())
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? "none" : text;
  }

  /** Relative to the working directory where that is shorter. */
  private static String shown(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
  }
}
