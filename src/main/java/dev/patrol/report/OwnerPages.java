package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.patrol.model.InventoryIssue;
import dev.patrol.model.Verdict;
import dev.patrol.report.row.Portion;
import dev.patrol.report.row.RowReader;
import dev.patrol.report.row.RowWriter;
import dev.patrol.report.row.TokenRow;
import dev.patrol.report.row.WalkRow;
import dev.patrol.report.view.OwnerRow;
import dev.patrol.report.view.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
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

  private static final JsonFactory JSON = new JsonFactory();

  private record Piece(Spool.Part rows, Spool.Part findings) {}

  private final Staging staging;
  private final Spool spool;
  private final RunInfo run;
  private final Directory directory;
  private final RuleShelf rules;
  private final FindingTable table;
  private final Map<Integer, List<Piece>> pieces = new HashMap<>();

  OwnerPages(
      Staging staging,
      Spool spool,
      RunInfo run,
      Directory directory,
      RuleShelf rules,
      FindingTable table) {
    this.staging = staging;
    this.spool = spool;
    this.run = run;
    this.directory = directory;
    this.rules = rules;
    this.table = table;
  }

  /** Keeps rows for an owner's page, and lines for their table. */
  void add(int owner, Portion portion, String lines) throws IOException {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(rows)) {
      portion.write(new RowWriter(json));
    }
    pieces
        .computeIfAbsent(owner, fresh -> new ArrayList<>())
        .add(new Piece(spool.append(rows.toByteArray()), spool.append(lines.getBytes(UTF_8))));
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
    List<OwnerRow> rows = new ArrayList<>();
    for (int i = 0; i < directory.owners().size(); i++) {
      rows.add(write(directory.owners().get(i), i, summary, byPlace, pages));
    }
    rows.sort(
        Comparator.comparing(OwnerRow::failing)
            .thenComparing(OwnerRow::findings)
            .reversed()
            .thenComparing(OwnerRow::unowned)
            .thenComparing(OwnerRow::name));
    return rows;
  }

  private OwnerRow write(
      Owner owner,
      int position,
      RunSummary summary,
      Map<String, List<InventoryIssue>> issues,
      PageWriter pages)
      throws IOException {
    Page.Scope scope =
        new Page.Scope(
            false,
            Words.person(owner.name()),
            Words.person(owner.email()),
            owner.unowned(),
            owner.file() + ".csv",
            "../");
    PageDraft draft = new PageDraft(run, scope, PageDraft.Rooms.showing(SHOWN), directory, rules);
    Set<String> places = new HashSet<>();
    try (Writer csv = CsvFile.begin(staging, owner.csv(), run)) {
      csv.write(table.header());
      for (Piece piece : pieces.getOrDefault(position, List.of())) {
        csv.write(new String(spool.read(piece.findings()), UTF_8));
        Portion portion = read(piece);
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
    return row(scope, owner, totals);
  }

  private Portion read(Piece piece) throws IOException {
    try (JsonParser json = JSON.createParser(spool.read(piece.rows()))) {
      return Portion.read(new RowReader(json));
    }
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
