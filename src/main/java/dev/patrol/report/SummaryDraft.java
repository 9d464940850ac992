package dev.patrol.report;

import dev.patrol.model.Judgement;
import dev.patrol.model.Severity;
import dev.patrol.model.Token;
import dev.patrol.model.TokenStatus;
import dev.patrol.model.Verdict;
import dev.patrol.report.view.Texts;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects what {@code summary.md} says, for chats and tickets: what matters first, in little room.
 * Memory does not grow with the inventory.
 */
final class SummaryDraft {
  static final String NAME = "summary.md";

  /** Days from the run within which an end is told. */
  static final int DAYS = 14;

  private static final int ACTIONS = 10;
  private static final int ENDING = 20;

  /** A token that ends soon. */
  record Ending(String token, String owner, Instant end) {}

  private final RunInfo run;
  private final RunCalendar calendar;
  private final Shortlist<Action.Urgency, Action> actions =
      new Shortlist<>(ACTIONS, Action.URGENCY);
  private final Shortlist<Instant, Ending> ending =
      new Shortlist<>(ENDING, Comparator.naturalOrder());
  private long over;

  SummaryDraft(RunInfo run, RunCalendar calendar) {
    this.run = run;
    this.calendar = calendar;
  }

  void add(Judgement judgement) {
    Action.of(judgement.findings(), judgement.diagnoses()).forEach(this::offer);
    Token token = judgement.token();
    Instant end = TokenEnd.of(token);
    if (end == null || token.status() == TokenStatus.REVOKED) {
      return;
    }
    if (calendar.isPast(end)) {
      over++;
    } else if (calendar.daysLeft(end) <= DAYS) {
      String owner = ExpiryCalendar.contact(token.owner(), token.ownerEmail());
      ending.offer(end, () -> new Ending(token.id(), owner, end));
    }
  }

  private void offer(Action action) {
    actions.offer(action.urgency(), () -> action);
  }

  /** Writes the file; to be called once, after everything was added. */
  void write(Writer out, RunSummary summary, Totals totals, FileTexts texts, Texts words)
      throws IOException {
    Action.of(summary.across(), List.of()).forEach(this::offer);
    SummaryText text = new SummaryText(texts, words, calendar);
    text.head(run, totals, over + ending.items().size() + ending.left());
    text.failedRules(summary.failedRules());
    text.findings(lines(totals, texts, words));
    text.actions(actions.items(), actions.left());
    text.ending(ending.items(), ending.left());
    text.foot(run, totals);
    out.write(text.toString());
  }

  /** Such as "critical: 2 new, 1 open"; a severity without findings is left out. */
  private static List<String> lines(Totals totals, FileTexts texts, Texts words) {
    List<String> lines = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      List<String> parts = new ArrayList<>();
      totals
          .found()
          .forEach(
              (status, counts) -> {
                long count = counts.getOrDefault(severity, 0L);
                if (count > 0) {
                  parts.add(count + " " + words.get("status." + status.id()));
                }
              });
      if (!parts.isEmpty()) {
        lines.add(
            texts.fill(
                "summary.count",
                words.get("severity." + severity.id()),
                String.join(texts.get("summary.comma"), parts)));
      }
    }
    return lines;
  }

  /** API calls that fail. */
  static long failing(Totals totals) {
    return totals.verdicts().getOrDefault(Verdict.FAIL, 0L);
  }
}
