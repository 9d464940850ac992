package dev.patrol.cases;

import dev.patrol.cases.World.GivenWaiver;
import dev.patrol.catalog.Catalog;
import dev.patrol.estate.EstateSurvey;
import dev.patrol.inventory.DossierStream;
import dev.patrol.inventory.Inventory;
import dev.patrol.model.AnswerMeanings;
import dev.patrol.model.Dossier;
import dev.patrol.model.InventoryIssue;
import dev.patrol.model.Probed;
import dev.patrol.model.Today;
import dev.patrol.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes facts of a case's world: its rows take the way that those of an inventory take. */
final class FactsBuilder {
  private final Stage stage;
  private final Catalog catalog;
  private final AnswerMeanings codes;

  FactsBuilder(Stage stage, Catalog catalog, AnswerMeanings codes) {
    this.stage = stage;
    this.catalog = catalog;
    this.codes = codes;
  }

  /** The facts; what is wrong with the rows and what they name is added to the mistakes. */
  Facts build(World world, Node at, Mistakes mistakes) {
    HealthyRows rows = new HealthyRows(world, catalog);
    List<CaseRow> endpoints = rows.endpoints();
    List<CaseRow> tokens = rows.tokens(endpoints);
    List<CaseRow> workspaces = rows.workspaces();
    List<CaseRow> waivers = waivers(world);
    Inventory inventory =
        stage.open(tokens, workspaces, endpoints, waivers, catalog, world.today().zone());
    Map<String, List<CaseRow>> sheets = new LinkedHashMap<>();
    sheets.put(Columns.TOKENS.file(), tokens);
    sheets.put(Columns.WORKSPACES.file(), workspaces);
    sheets.put(Columns.ENDPOINTS.file(), endpoints);
    sheets.put(Columns.WAIVERS.file(), waivers);
    reportIssues(inventory.issues(), sheets, world.issues(), at, mistakes);
    List<Probed> dossiers = dossiers(inventory, world);
    new Subjects(dossiers).check(world, at, mistakes);
    EstateSurvey survey = new EstateSurvey();
    dossiers.forEach(probed -> survey.add(probed, fingerprint(probed, world)));
    return new Facts(
        dossiers,
        survey.estate(inventory.tokens(), inventory.workspaces(), world.policy()),
        inventory.waivers(),
        world.waivers(),
        world.today(),
        world.policy());
  }

  private static @Nullable String fingerprint(Probed probed, World world) {
    String token = probed.dossier().token().id();
    return world.sharedSecrets().contains(token) ? "shared" : "of " + token;
  }

  private List<Probed> dossiers(Inventory inventory, World world) {
    List<Probed> dossiers = new ArrayList<>();
    try (DossierStream stream = inventory.dossiers()) {
      while (stream.hasNext()) {
        Dossier dossier = stream.next();
        dossiers.add(new Probing(world, catalog, codes, dossier, dossiers.isEmpty()).probed());
      }
    }
    return dossiers;
  }

  private static List<CaseRow> waivers(World world) {
    List<CaseRow> rows = new ArrayList<>();
    Today today = world.today();
    for (GivenWaiver waiver : world.waivers()) {
      CaseRow given = waiver.row();
      CaseRow row = new CaseRow(given.line(), given.column(), new LinkedHashMap<>(given.cells()));
      if (!row.has("endpoint") && !row.has("workspace")) {
        row.or("token", "t1");
      }
      row.or("reason", "agreed");
      row.or("who", "Chen Jie");
      row.or("until", today.date().plusDays(60).toString());
      rows.add(row);
    }
    return rows;
  }

  /** An issue is a mistake of the case, unless the case says that it wants it. */
  private static void reportIssues(
      List<InventoryIssue> issues,
      Map<String, List<CaseRow>> sheets,
      Set<String> wanted,
      Node at,
      Mistakes mistakes) {
    Set<String> missing = new TreeSet<>(wanted);
    for (InventoryIssue issue : issues) {
      if (wanted.contains(issue.column())) {
        missing.remove(issue.column());
        continue;
      }
      CaseRow row = row(sheets.getOrDefault(issue.file(), List.of()), issue.line());
      CaseRow.Cell cell = row == null ? null : row.cells().get(issue.column());
      String message =
          (issue.column().isEmpty() ? "" : issue.column() + ": ")
              + issue.problem()
              + (issue.value().isEmpty() ? "" : ", got \"" + issue.value() + "\"");
      if (cell != null && cell.line() > 0) {
        mistakes.at(cell.line(), cell.column(), message);
      } else if (row != null && row.line() > 0) {
        mistakes.at(row.line(), row.column(), message);
      } else {
        mistakes.at(at, issue.file() + ": " + message);
      }
    }
    missing.forEach(
        column -> mistakes.at(at, "issues: the inventory finds no fault with a cell " + column));
  }

  /** The row that begins on a line of the file that was written of them. */
  private static @Nullable CaseRow row(List<CaseRow> rows, long line) {
    long next = 2;
    for (CaseRow row : rows) {
      if (next == line) {
        return row;
      }
      next +=
          1
              + row.cells().values().stream()
                  .mapToLong(c -> c.text().chars().filter(ch -> ch == '\n').count())
                  .sum();
    }
    return null;
  }
}
