package dev.patrol.report;

import dev.patrol.model.Cause;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.InventoryIssue;
import dev.patrol.report.row.EndpointRow;
import dev.patrol.report.row.FindingRow;
import dev.patrol.report.row.Portion;
import dev.patrol.report.row.TodoRow;
import dev.patrol.report.row.TokenRow;
import dev.patrol.report.row.WalkRow;
import dev.patrol.report.row.WhyRow;
import dev.patrol.report.view.IssueRow;
import dev.patrol.report.view.Languages;
import dev.patrol.report.view.OwnerRow;
import dev.patrol.report.view.Page;
import dev.patrol.report.view.Part;
import dev.patrol.report.view.RuleList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what a page shows while portions come in; bounded, however many come. */
final class PageDraft {
  static final int ISSUES = 500;
  static final int OWNERS = 500;

  private static final List<String> VERDICTS = List.of("fail", "unknown", "pass");
  private static final List<String> SEVERITIES =
      List.of("critical", "high", "medium", "low", "info");
  private static final List<String> CLOSED = List.of("fixed", "waived");

  /** What matters more stands first: severity, then the day, then how much it hits. */
  private static final Comparator<TodoRow> URGENCY =
      Comparator.comparing((TodoRow todo) -> SEVERITIES.indexOf(todo.severity()))
          .thenComparing(todo -> todo.due().isEmpty() ? "9" : todo.due())
          .thenComparing(TodoRow::hits, Comparator.reverseOrder());

  /**
   * How much of its lists a page carries.
   *
   * @param todos of what to do first
   * @param endpoints of the endpoints
   * @param tokens of the tokens
   * @param findings of the findings
   */
  record Rooms(int todos, RowList.Room endpoints, RowList.Room tokens, RowList.Room findings) {
    /** A page of at most 10 MB that shows so many rows of each list as they are. */
    static Rooms showing(int rows) {
      return new Rooms(
          2 * rows,
          new RowList.Room(rows, 3_000_000, 2_400_000),
          new RowList.Room(rows, 1_000_000, 0),
          new RowList.Room(rows, 2_200_000, 400_000));
    }

    Rooms withTodos(int most) {
      return new Rooms(most, endpoints, tokens, findings);
    }
  }

  private final RunInfo run;
  private final Page.Scope scope;
  private final Languages texts;
  private final RunCalendar calendar;
  private final Directory directory;
  private final RuleShelf rules;
  private final Packing packing;
  private final Phrases phrases = new Phrases();
  private final Tally tally = new Tally();
  private final Shortlist<TodoRow, TodoRow> todos;
  private final Shortlist<Integer, TokenRow> matrix =
      new Shortlist<>(MatrixDraft.ROWS, Comparator.naturalOrder());
  private final TimelineDraft timeline;
  private final RowList<EndpointRow, WalkRow> endpoints;
  private final RowList<TokenRow, TokenRow> tokens;
  private final RowList<FindingRow, WhyRow> findings;
  private final Map<String, Long> byRule = new HashMap<>();

  PageDraft(
      RunInfo run,
      Page.Scope scope,
      Rooms rooms,
      Directory directory,
      RuleShelf rules,
      Packing packing) {
    this.packing = packing;
    this.run = run;
    this.scope = scope;
    this.directory = directory;
    this.rules = rules;
    texts = new Languages(run.lang());
    calendar = new RunCalendar(run);
    timeline = new TimelineDraft(calendar, texts);
    todos = new Shortlist<>(rooms.todos(), URGENCY);
    endpoints =
        new RowList<>(
            rooms.endpoints(), EndpointRow::write, WalkRow::write, phrases::writer, packing);
    tokens =
        new RowList<>(rooms.tokens(), TokenRow::write, TokenRow::write, phrases::writer, packing);
    findings =
        new RowList<>(rooms.findings(), FindingRow::write, WhyRow::write, phrases::writer, packing);
  }

  void add(Portion portion) {
    tally.add(portion);
    for (TokenRow token : portion.tokens()) {
      timeline.add(token);
      int rank = token.failing() > 0 || !token.state().equals("valid") ? 0 : 1;
      tokens.add(rank, token, null);
      matrix.offer(rank, () -> token);
    }
    for (int i = 0; i < portion.endpoints().size(); i++) {
      EndpointRow endpoint = portion.endpoints().get(i);
      WalkRow walk = portion.walks().get(i);
      endpoints.add(VERDICTS.indexOf(endpoint.verdict()), endpoint, walk);
      walk.fired().forEach(rule -> byRule.merge(rule, 0L, Long::sum));
    }
    for (int i = 0; i < portion.findings().size(); i++) {
      FindingRow finding = portion.findings().get(i);
      WhyRow why = portion.whys().get(i);
      boolean open = !CLOSED.contains(finding.status());
      findings.add(
          SEVERITIES.indexOf(finding.severity()) + (open ? 0 : SEVERITIES.size()), finding, why);
      byRule.merge(finding.rule(), open ? 1L : 0L, Long::sum);
      why.fired().forEach(rule -> byRule.merge(rule, 0L, Long::sum));
    }
    for (TodoRow todo : portion.todos()) {
      todos.offer(todo, () -> todo);
    }
  }

  /** The first so many things to do of those taken in so far. */
  List<TodoRow> todos(int most) {
    return todos.items().stream().limit(most).toList();
  }

  Totals totals() {
    return tally.totals();
  }

  /** The page as it stands, with what is known only at the end. */
  Page finish(
      RunSummary summary, List<InventoryIssue> issues, List<OwnerRow> owners, Totals totals) {
    Overview overview = new Overview(texts, totals, summary, issues.size(), run.offline());
    RunFacts facts = new RunFacts(run, texts, calendar);
    return new Page(
        scope,
        facts.run(summary),
        overview.tone(),
        overview.headline(),
        timeline.next(),
        overview.tiles(scope.whole()),
        new Part<>(todos.items(), todos.left()),
        timeline.finish(),
        endpoints.finish(),
        Arrays.stream(Cause.values())
            .filter(cause -> totals.causes().getOrDefault(cause, 0L) > 0)
            .map(Cause::id)
            .toList(),
        tokens.finish(),
        MatrixDraft.of(matrix.items(), matrix.left(), directory),
        findings.finish(),
        Arrays.stream(FindingStatus.values())
            .filter(status -> totals.count(status) > 0)
            .map(FindingStatus::id)
            .toList(),
        part(issues.stream().map(PageDraft::row).toList(), ISSUES),
        new RuleList(rules.rows(byRule, scope.whole())),
        part(owners, OWNERS),
        facts.facts(totals),
        facts.accounts(summary, scope.whole()),
        packedPhrases());
  }

  private static <T> Part<T> part(List<T> rows, int most) {
    int shown = Math.min(most, rows.size());
    return new Part<>(rows.subList(0, shown), rows.size() - shown);
  }

  private String packedPhrases() {
    PackedRows packed = new PackedRows(null);
    for (String phrase : phrases.all()) {
      packed.add((text, out) -> out.text(text), phrase);
    }
    return packed.base64(packing);
  }

  private static IssueRow row(InventoryIssue issue) {
    return new IssueRow(
        Words.name(issue.file() + ":" + issue.line()),
        Words.name(issue.column()),
        Words.text(issue.value()),
        Words.text(issue.problem()));
  }
}
