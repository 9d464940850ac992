package dev.patrol.report;

import dev.patrol.model.Diagnosis;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.InventoryIssue;
import dev.patrol.model.Judgement;
import dev.patrol.report.view.Chip;
import dev.patrol.report.view.Fact;
import dev.patrol.report.view.IssueRow;
import dev.patrol.report.view.Page;
import dev.patrol.report.view.Part;
import dev.patrol.report.view.Texts;
import dev.patrol.report.view.Todo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects what the page shows while judgements come in; bounded, however many come. */
final class PageDraft {
  static final int TODOS = 50;
  static final int ISSUES = 500;

  private static final int ACCOUNTS = 50;
  private static final int NOTES = 100;
  private static final int ENDPOINTS_NAMED = 5;

  private final RunInfo run;
  private final RunCalendar calendar;
  private final Words words;
  private final Walks walks;
  private final Tokens tokens;
  private final RuleCounts rules;
  private final Settled settled;
  private final Shortlist<Action.Urgency, Todo> todos = new Shortlist<>(TODOS, Action.URGENCY);

  PageDraft(RunInfo run, Texts texts, RunCalendar calendar) {
    this.run = run;
    this.calendar = calendar;
    words = new Words(texts, calendar);
    walks = new Walks(words);
    tokens = new Tokens(words, calendar);
    rules = new RuleCounts(words);
    settled = new Settled(words, calendar);
  }

  /** Takes in a judgement, with the names of its support files by endpoint. */
  void add(Judgement judgement, Map<String, String> support) {
    tokens.add(judgement);
    for (Diagnosis diagnosis : judgement.diagnoses()) {
      walks.add(diagnosis, support.getOrDefault(diagnosis.endpoint().id(), ""));
    }
    for (Finding finding : judgement.findings()) {
      rules.add(finding);
      settled.add(finding);
    }
    for (Action action : Action.of(judgement.findings(), judgement.diagnoses())) {
      todos.offer(action.urgency(), () -> todo(action));
    }
  }

  /** The first so many things to do of those taken in so far. */
  List<Todo> todos(int most) {
    return todos.items().stream().limit(most).toList();
  }

  /** The page as it stands, with what is known only at the end. */
  Page finish(RunSummary summary, List<InventoryIssue> issues, Totals totals) {
    for (Finding finding : summary.across()) {
      rules.add(finding);
      settled.add(finding);
      for (Action action : Action.of(List.of(finding), List.of())) {
        todos.offer(action.urgency(), () -> todo(action));
      }
    }
    Overview overview = new Overview(words.texts(), totals, summary, run.offline());
    return new Page(
        SafeText.cut(SafeText.of(run.inventory()), Words.NAME),
        run.id(),
        calendar.minute(run.startedAt()),
        overview.tone(),
        overview.headline(),
        run.offline(),
        overview.tiles(),
        new Part<>(todos.items(), todos.left()),
        tokens.ending(),
        walks.shown(),
        walks.causes(),
        tokens.least(),
        rules.found(),
        settled.fixed(),
        settled.waived(),
        new Part<>(
            issues.stream().limit(ISSUES).map(PageDraft::row).toList(),
            Math.max(0, issues.size() - ISSUES)),
        rules.all(summary.rules()),
        facts(totals),
        accounts(summary),
        summary.notes().stream().limit(NOTES).map(Words::text).toList());
  }

  private Todo todo(Action action) {
    Finding finding = action.finding();
    Texts texts = words.texts();
    String evidence = Words.text(finding.evidence());
    return new Todo(
        words.severity(finding.severity()),
        Words.text(finding.rule().title()),
        Words.name(finding.rule().id()),
        subject(finding),
        endpoints(action),
        Words.name(SafeText.of(finding.owner())),
        Words.name(SafeText.of(finding.ownerEmail())),
        action.times() == 1 ? evidence : texts.fill("todo.more", evidence, action.times() - 1),
        Words.text(finding.rule().remedy()),
        calendar.day(action.due()),
        words.fromToday(action.due()),
        Stream.of(FindingStatus.NEW, FindingStatus.REOPENED)
            .filter(status -> action.count(status) > 0)
            .map(status -> news(action, status))
            .toList(),
        action.count(FindingStatus.NEW) == action.times() ? "" : calendar.day(action.since()));
  }

  private Chip news(Action action, FindingStatus status) {
    Chip chip = words.status(status);
    int count = action.count(status);
    return count == action.times()
        ? chip
        : new Chip(words.texts().fill("status.some", count, chip.label()), chip.id(), chip.tone());
  }

  /** The endpoints are counted beside it, and the workspace is theirs. */
  private static String subject(Finding finding) {
    String workspace = finding.endpoint() == null ? finding.workspace() : null;
    String ids =
        Stream.of(Words.name(finding.token()), Words.name(workspace))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining(" · "));
    return ids.isEmpty() ? Words.name(finding.holder()) : ids;
  }

  private String endpoints(Action action) {
    int count = action.endpoints().size();
    if (count == 0) {
      return "";
    }
    String named =
        action.endpoints().stream()
            .limit(ENDPOINTS_NAMED)
            .map(Words::name)
            .collect(Collectors.joining(", "));
    return words
        .texts()
        .fill("todo.endpoints", count, count > ENDPOINTS_NAMED ? named + ", …" : named);
  }

  private static IssueRow row(InventoryIssue issue) {
    return new IssueRow(
        Words.name(issue.file() + ":" + issue.line()),
        Words.name(issue.column()),
        Words.text(issue.value()),
        Words.text(issue.problem()));
  }

  private List<Fact> facts(Totals totals) {
    Texts texts = words.texts();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(texts.get("facts.run"), run.id()));
    facts.add(new Fact(texts.get("facts.started"), calendar.instant(run.startedAt())));
    facts.add(new Fact(texts.get("facts.zone"), run.zone().getId()));
    facts.add(new Fact(texts.get("facts.version"), SafeText.of(run.version())));
    facts.add(
        new Fact(
            texts.get("facts.mode"), texts.get(run.offline() ? "facts.offline" : "facts.online")));
    facts.add(new Fact(texts.get("facts.unanswered"), texts.number(totals.unanswered())));
    return facts;
  }

  /** The accounts with the most requests. */
  private Part<Fact> accounts(RunSummary summary) {
    Map<String, Long> requests = summary.requestsByAccount();
    List<Fact> shown =
        requests.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(ACCOUNTS)
            .map(account -> fact(account.getKey(), account.getValue()))
            .toList();
    return new Part<>(shown, requests.size() - shown.size());
  }

  private Fact fact(String account, long requests) {
    Texts texts = words.texts();
    String name = account.isEmpty() ? texts.get("facts.noAccount") : Words.text(account);
    return new Fact(name, texts.number(requests));
  }
}
