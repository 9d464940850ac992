package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.model.Finding;
import dev.patrol.model.Severity;
import dev.patrol.report.view.Texts;
import java.time.Instant;
import java.util.List;

/** The text of {@code summary.md}, which never grows beyond 20 kB. */
final class SummaryText {
  private static final int ROOM_FOR_ACTIONS = 11_000;
  private static final int ROOM_FOR_ENDING = 4_000;
  private static final int NAME = 60;
  private static final int TITLE = 120;
  private static final int SENTENCE = 300;

  private static final int FAILED_RULES = 10;

  private final StringBuilder text = new StringBuilder();
  private final FileTexts texts;
  private final Texts words;
  private final RunCalendar calendar;

  SummaryText(FileTexts texts, Texts words, RunCalendar calendar) {
    this.texts = texts;
    this.words = words;
    this.calendar = calendar;
  }

  /** The headline and what was audited. */
  void head(RunInfo run, Totals totals, long ending) {
    text.append("# ").append(texts.fill("summary.title", calendar.day(run.startedAt())));
    long open = totals.findings();
    String state =
        open == 0
            ? texts.get("summary.fine")
            : texts.fill(
                "summary.open",
                open,
                totals.atLeast(Severity.HIGH),
                SummaryDraft.failing(totals),
                ending);
    text.append("\n\n**").append(state).append("**\n\n");
    String about =
        texts.fill(
            "summary.about",
            name(run.inventory()),
            calendar.instant(run.startedAt()),
            totals.tokens(),
            totals.endpoints());
    text.append(about).append('\n');
    if (run.offline()) {
      text.append('\n').append(texts.get("summary.offline")).append('\n');
    }
  }

  /** The rules that failed, which comes before what the others found. */
  void failedRules(List<FailedRule> failed) {
    if (failed.isEmpty()) {
      return;
    }
    section("summary.failedRules");
    for (FailedRule rule : failed.subList(0, Math.min(FAILED_RULES, failed.size()))) {
      String place = rule.rule().file() + ":" + rule.rule().line();
      String line =
          texts.fill(
              "summary.failedRule",
              name(rule.rule().id()),
              name(place),
              rule.times(),
              sentence(rule.lines().get(0), SENTENCE));
      text.append("- ").append(line).append('\n');
    }
    more(failed.size() - FAILED_RULES);
  }

  /** How many findings there are. */
  void findings(List<String> lines) {
    section("summary.findings");
    for (String line : lines.isEmpty() ? List.of(texts.get("summary.none")) : lines) {
      text.append("- ").append(line).append('\n');
    }
  }

  /** What to do first. */
  void actions(List<Action> actions, long left) {
    if (actions.isEmpty()) {
      return;
    }
    section("summary.first");
    int limit = octets(text) + ROOM_FOR_ACTIONS;
    int shown = 0;
    for (Action action : actions) {
      String item = (shown + 1) + ". " + item(action);
      if (octets(text) + octets(item) > limit) {
        break;
      }
      text.append(item);
      shown++;
    }
    more(left + actions.size() - shown);
  }

  private String item(Action action) {
    Finding finding = action.finding();
    StringBuilder item = new StringBuilder("**");
    item.append(sentence(finding.rule().title(), TITLE)).append("** (");
    item.append(words.get("severity." + finding.severity().id()));
    if (action.due() != null) {
      item.append(", ");
      item.append(texts.fill("summary.due", calendar.day(action.due()), days(action.due())));
    }
    if (action.times() > 1) {
      item.append(", ").append(texts.fill("summary.times", action.times()));
    }
    item.append(")\n");
    if (finding.token() != null) {
      detail(item, "summary.token", name(finding.token()));
    } else if (finding.workspace() != null) {
      detail(item, "summary.workspace", name(finding.workspace()));
    }
    if (!action.endpoints().isEmpty()) {
      String first = name(action.endpoints().iterator().next());
      int others = action.endpoints().size() - 1;
      detail(item, "summary.endpoints", others == 0 ? first : first + " +" + others);
    }
    String who = ExpiryCalendar.contact(finding.owner(), finding.ownerEmail());
    detail(item, "summary.who", name(who));
    detail(item, "summary.todo", sentence(finding.rule().remedy(), SENTENCE));
    return item.toString();
  }

  private void detail(StringBuilder item, String key, String value) {
    if (!value.isEmpty()) {
      item.append("   - ").append(texts.fill(key, value)).append('\n');
    }
  }

  /** Tokens that end soon. */
  void ending(List<SummaryDraft.Ending> tokens, long left) {
    if (tokens.isEmpty()) {
      return;
    }
    section("summary.ending");
    int limit = octets(text) + ROOM_FOR_ENDING;
    int shown = 0;
    for (SummaryDraft.Ending token : tokens) {
      String when =
          texts.fill(
              "summary.ends", name(token.token()), calendar.day(token.end()), days(token.end()));
      String owner = name(token.owner());
      String item = "- " + when + (owner.isEmpty() ? "" : " · " + owner) + "\n";
      if (octets(text) + octets(item) > limit) {
        break;
      }
      text.append(item);
      shown++;
    }
    more(left + tokens.size() - shown);
  }

  /** What stayed unanswered, and where the rest is. */
  void foot(RunInfo run, Totals totals) {
    if (totals.unanswered() > 0) {
      section("summary.unanswered");
      text.append(texts.fill("summary.probes", totals.unanswered())).append('\n');
    }
    section("summary.where");
    String pages =
        texts.fill(
            "summary.pages",
            Markdown.value(run.id()),
            Markdown.value(PageWriter.NAME),
            Markdown.value(FindingTable.NAME),
            Markdown.value(TokenTable.NAME),
            Markdown.value(ExpiryCalendar.NAME));
    text.append(pages).append('\n');
  }

  private void section(String key) {
    text.append("\n## ").append(texts.get(key)).append("\n\n");
  }

  private void more(long left) {
    if (left > 0) {
      text.append("- ").append(texts.fill("summary.more", left)).append('\n');
    }
  }

  private String days(Instant instant) {
    long days = calendar.daysLeft(instant);
    return words.fill("days", days, Math.abs(days));
  }

  private static String name(String name) {
    return Markdown.value(SafeText.cut(SafeText.name(name), NAME));
  }

  private static String sentence(String sentence, int longest) {
    return Markdown.sentence(SafeText.cut(SafeText.of(sentence), longest));
  }

  private static int octets(CharSequence text) {
    return text.toString().getBytes(UTF_8).length;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
