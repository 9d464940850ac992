package dev.patrol.cli;

import dev.patrol.history.FindingRecord;
import dev.patrol.history.RunRecord;
import dev.patrol.history.StateRecord;
import dev.patrol.report.SafeText;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints what is known about earlier runs. */
final class HistoryListing {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final PrintWriter out;
  private final ZoneId zone;

  HistoryListing(PrintWriter out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  void runs(List<RunRecord> runs) {
    if (runs.isEmpty()) {
      out.println("No run is recorded yet.");
      return;
    }
    TextTable table =
        new TextTable(
            List.of(
                "RUN",
                "WHEN",
                "SCHEDULE",
                "TOKENS",
                "ENDPOINTS",
                "FAILING",
                "UNKNOWN",
                "OPEN",
                "NEW",
                "REOPENED",
                "FIXED",
                "WAIVED",
                "REQUESTS",
                "INVENTORY"));
    for (RunRecord run : runs) {
      table.row(
          SafeText.name(run.id()),
          when(run.startedAt()),
          SafeText.name(run.schedule()),
          String.valueOf(run.totals().tokens()),
          String.valueOf(run.totals().endpoints()),
          String.valueOf(run.totals().failing()),
          String.valueOf(run.totals().unknown()),
          String.valueOf(run.totals().open()),
          String.valueOf(run.changes().appeared()),
          String.valueOf(run.changes().reopened()),
          String.valueOf(run.changes().fixed()),
          String.valueOf(run.totals().waived()),
          String.valueOf(run.totals().requests()),
          SafeText.name(run.inventory()));
    }
    table.print(out);
  }

  void changes(RunRecord run, List<FindingRecord> findings) {
    out.printf(
        Locale.ROOT,
        "Run %s of %s, begun %s%s%s: %d new, %d reopened, %d fixed%n",
        SafeText.name(run.id()),
        SafeText.name(run.inventory()),
        when(run.startedAt()),
        run.schedule() == null ? "" : " by schedule " + SafeText.name(run.schedule()),
        run.offline() ? ", offline" : "",
        run.changes().appeared(),
        run.changes().reopened(),
        run.changes().fixed());
    if (findings.isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable(
            List.of("STATUS", "SEVERITY", "ABOUT", "RULE", "FIRST SEEN", "TITLE", "EVIDENCE"));
    for (FindingRecord finding : findings) {
      table.row(
          finding.kind(),
          finding.severity().id(),
          subject(finding),
          SafeText.name(finding.rule()),
          when(finding.firstSeen()),
          SafeText.of(finding.title()),
          SafeText.of(finding.evidence()));
    }
    table.print(out);
  }

  /** The last states and findings of a token, oldest first; at most so many of each. */
  void token(String token, List<StateRecord> states, List<FindingRecord> findings, int limit) {
    out.println("States of " + SafeText.name(token) + shortened(states.size(), limit));
    TextTable table = new TextTable(List.of("WHEN", "RUN", "ENDPOINT", "STATE", "CAUSE"));
    for (StateRecord state : last(states, limit)) {
      table.row(
          when(state.when()),
          SafeText.name(state.run()),
          SafeText.name(state.endpoint()),
          state.state(),
          state.cause());
    }
    table.print(out);
    out.println();
    out.println("Findings" + shortened(findings.size(), limit));
    TextTable happened =
        new TextTable(
            List.of(
                "WHEN", "RUN", "STATUS", "SEVERITY", "ABOUT", "RULE", "FIRST SEEN", "EVIDENCE"));
    for (FindingRecord finding : last(findings, limit)) {
      happened.row(
          when(finding.when()),
          SafeText.name(finding.run()),
          finding.kind(),
          finding.severity().id(),
          subject(finding),
          SafeText.name(finding.rule()),
          when(finding.firstSeen()),
          SafeText.of(finding.evidence()));
    }
    happened.print(out);
  }

  private static String shortened(int count, int limit) {
    return count > limit ? ", the last " + limit + " of " + count : "";
  }

  private static <T> List<T> last(List<T> all, int limit) {
    return new ArrayList<>(all).subList(Math.max(0, all.size() - limit), all.size());
  }

  private static String subject(FindingRecord finding) {
    return Stream.of(finding.token(), finding.endpoint(), finding.workspace(), finding.holder())
        .filter(part -> !part.isEmpty())
        .map(SafeText::name)
        .collect(Collectors.joining(" / "));
  }

  private String when(@Nullable Instant instant) {
    return instant == null ? "" : MINUTE.format(instant.atZone(zone));
  }
}
