package dev.patrol.report;

import dev.patrol.model.InventoryIssue;
import dev.patrol.model.Verdict;
import dev.patrol.report.row.ByteRowWriter;
import dev.patrol.report.row.Portion;
import dev.patrol.report.row.RowReader;
import dev.patrol.report.row.SharedTexts;
import dev.patrol.report.row.TokenRow;
import dev.patrol.report.row.WalkRow;
import dev.patrol.report.view.OwnerRow;
import dev.patrol.report.view.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pages and tables of the owners. What stands on them waits on disk until all is known, as an
 * owner's tokens may be anywhere in the inventory.
 */
final class OwnerPages {
  /** Rows that stand in a page as they are, for readers without a script; there are many pages. */
  private static final int SHOWN = 10;

  /** Things to do, of which a list of their own carries no more. */
  private static final int TODOS = 20;

  /** What waits: rows, and the lines of a table behind so many bytes of them. */
  private record Piece(Spool.Part part, int rows) {}

  private final Staging staging;
  private final Spool spool;
  private final RunInfo run;
  private final Directory directory;
  private final RuleShelf rules;
  private final FindingTable table;
  private final Packing packing;
  private final Packing besidePacking;
  private final SharedTexts texts = new SharedTexts();
  private final ByteRowWriter writer = new ByteRowWriter(texts);
  private final Map<Integer, List<Piece>> pieces = new HashMap<>();

  OwnerPages(
      Staging staging,
      Spool spool,
      RunInfo run,
      Directory directory,
      RuleShelf rules,
      FindingTable table,
      Packing packing,
      Packing besidePacking) {
    this.packing = packing;
    this.besidePacking = besidePacking;
    this.staging = staging;
    this.spool = spool;
    this.run = run;
    this.directory = directory;
    this.rules = rules;
    this.table = table;
  }

  /** Keeps rows for an owner's page, and lines for their table. */
  void add(int owner, Portion portion, List<byte[]> lines) throws IOException {
    portion.write(writer);
    byte[] rows = writer.taken();
    pieces
        .computeIfAbsent(owner, fresh -> new ArrayList<>())
        .add(new Piece(spool.append(rows, lines), rows.length));
  }

  /**
   * Writes all of them.
   *
   * @return what stands on them, for the page that leads to them; the worst first
   */
  List<OwnerRow> write(RunSummary summary, List<InventoryIssue> issues, PageWriter pages)
      throws IOException {
    Map<String, List<InventoryIssue>> byPlace =
        issues.stream().collect(Collectors.groupingBy(issue -> issue.file() + ":" + issue.line()));
    OwnerRow[] rows = new OwnerRow[directory.owners().size()];
    SharedWork.share(
        rows.length,
        i -> rows[i] = write(i, packing, summary, byPlace, pages),
        i -> rows[i] = write(i, besidePacking, summary, byPlace, pages));
    return sorted(rows);
  }

  private static List<OwnerRow> sorted(OwnerRow[] unsorted) {
    List<OwnerRow> rows = new ArrayList<>(List.of(unsorted));
    rows.sort(
        Comparator.comparing(OwnerRow::failing)
            .thenComparing(OwnerRow::findings)
            .reversed()
            .thenComparing(OwnerRow::unowned)
            .thenComparing(OwnerRow::name));
    return rows;
  }

  private OwnerRow write(
      int position,
      Packing packing,
      RunSummary summary,
      Map<String, List<InventoryIssue>> issues,
      PageWriter pages)
      throws IOException {
    Owner owner = directory.owners().get(position);
    Page.Scope scope =
        new Page.Scope(
            false,
            Words.person(owner.name()),
            Words.person(owner.email()),
            owner.unowned(),
            owner.file() + ".csv",
            "../");
    PageDraft draft =
        new PageDraft(
            run, scope, PageDraft.Rooms.showing(SHOWN).withTodos(TODOS), directory, rules, packing);
    Set<String> places = new HashSet<>();
    try (OutputStream csv = CsvFile.begin(staging, owner.csv(), run)) {
      csv.write(table.header());
      for (Piece piece : pieces.getOrDefault(position, List.of())) {
        byte[] bytes = spool.read(piece.part());
        csv.write(bytes, piece.rows(), bytes.length - piece.rows());
        Portion portion = Portion.read(new RowReader(texts, bytes, piece.rows()));
        draft.add(portion);
        portion.tokens().stream().map(TokenRow::place).forEach(places::add);
        portion.walks().stream().map(WalkRow::place).forEach(places::add);
      }
    }
    List<InventoryIssue> own =
        places.stream()
            .flatMap(place -> issues.getOrDefault(place, List.of()).stream())
            .sorted(IssueTable.ORDER)
            .toList();
    Totals totals = draft.totals();
    try (OutputStream out = staging.beginBytes(owner.page())) {
      pages.write(draft.finish(summary, own, List.of(), totals), out);
    }
    staging.complete(owner.csv());
    staging.complete(owner.page());
    return row(scope, owner, totals);
  }

  private static OwnerRow row(Page.Scope scope, Owner owner, Totals totals) {
    return new OwnerRow(
        scope.name(),
        scope.email(),
        owner.unowned(),
        owner.page(),
        totals.tokens(),
        totals.endpoints(),
        totals.verdicts().getOrDefault(Verdict.FAIL, 0L),
        totals.findings());
  }
}
