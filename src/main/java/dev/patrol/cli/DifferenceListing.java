package dev.patrol.cli;

import dev.patrol.report.published.Difference;
import dev.patrol.report.published.Difference.EndpointChange;
import dev.patrol.report.published.Difference.EndpointState;
import dev.patrol.report.published.Difference.FindingChange;
import dev.patrol.report.published.Difference.FindingState;
import dev.patrol.report.published.Difference.Kind;
import dev.patrol.report.published.Difference.TokenChange;
import dev.patrol.report.published.RunHead;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prints what is different between two runs. */
final class DifferenceListing {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final PrintWriter out;
  private final ZoneId zone;

  DifferenceListing(PrintWriter out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  void print(RunHead before, RunHead after, Difference difference) {
    out.println("From " + shown(before) + " to " + shown(after));
    if (!before.inventory().equals(after.inventory())) {
      out.println(
          "They are of different inventories: "
              + before.inventory()
              + " and "
              + after.inventory()
              + ".");
    }
    out.printf(
        Locale.ROOT,
        "Findings: %d appeared, %d vanished, %d changed. Endpoints: %d changed. Tokens: %d"
            + " changed.%n",
        difference.findings(Kind.APPEARED),
        difference.findings(Kind.VANISHED),
        difference.findings(Kind.CHANGED),
        difference.endpoints().size(),
        difference.tokens().size());
    findings(difference.findings());
    endpoints(difference.endpoints());
    tokens(difference.tokens());
  }

  private String shown(RunHead run) {
    return run.id() + " (" + MINUTE.format(run.startedAt().atZone(zone)) + ")";
  }

  private void findings(List<FindingChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    TextTable table = table("FINDING", "ABOUT", "RULE", "SEVERITY", "DUE", "TITLE");
    for (FindingChange change : changes) {
      table.row(
          what(change),
          change.key().subject().shown(),
          change.key().rule(),
          sides(change.before(), change.after(), state -> state.severity().id()),
          sides(change.before(), change.after(), this::due),
          change.title());
    }
    table.print(out);
  }

  private static String what(FindingChange change) {
    FindingState before = change.before();
    FindingState after = change.after();
    if (before == null || after == null) {
      return word(change.kind()) + (change.fixed() ? ", fixed" : "");
    }
    return before.waived() == after.waived()
        ? word(change.kind())
        : after.waived() ? "changed, now waived" : "changed, no longer waived";
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private String due(FindingState state) {
    return state.due() == null ? "none" : LocalDate.ofInstant(state.due(), zone).toString();
  }

  private void endpoints(List<EndpointChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    TextTable table = table("ENDPOINT", "TOKEN", "VERDICT", "CAUSE");
    for (EndpointChange change : changes) {
      table.row(
          change.endpoint(),
          change.token(),
          sides(change.before(), change.after(), state -> state.verdict().id()),
          sides(change.before(), change.after(), (EndpointState state) -> state.cause().id()));
    }
    table.print(out);
  }

  private void tokens(List<TokenChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    TextTable table = table("TOKEN", "STATE");
    for (TokenChange change : changes) {
      table.row(change.token(), sides(change.before(), change.after(), state -> state.id()));
    }
    table.print(out);
  }

  private TextTable table(String... headings) {
    out.println();
    return new TextTable(new ArrayList<>(List.of(headings)));
  }

  /** Such as {@code valid -> expired}, or the one word when both are the same or one is missing. */
  private static <T> String sides(@Nullable T before, @Nullable T after, Function<T, String> word) {
    String first = before == null ? "" : word.apply(before);
    String second = after == null ? "" : word.apply(after);
    if (before == null || after == null) {
      return after == null ? first + " -> gone" : "(new) " + second;
    }
    return first.equals(second) ? first : first + " -> " + second;
  }
}
