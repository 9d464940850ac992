package dev.patrol.cases;

import dev.patrol.catalog.Catalog;
import dev.patrol.catalog.RequestCheck;
import dev.patrol.model.Address;
import dev.patrol.model.Operation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Fills the rows of a case's world with what is healthy wherever the case says nothing. */
final class HealthyRows {
  static final String WORKSPACE = "7501100000000000011";
  private static final String OTHER_WORKSPACE = "7501100000000000029";
  private static final String BOT_GET = "/v1/bots/7502200000000000017";
  private static final String OWNER = "Li Wei";
  private static final String OTHER_OWNER = "Wang Fang";
  private static final String ACCOUNT = "enterprise-1";
  private static final int DAYS_SINCE_MADE = 12;
  private static final int DAYS_LEFT = 17;

  private final World world;
  private final Catalog catalog;

  HealthyRows(World world, Catalog catalog) {
    this.world = world;
    this.catalog = catalog;
  }

  /** The workspaces; two when none are given. */
  List<CaseRow> workspaces() {
    List<CaseRow> rows = copies(world.workspaces(), 2);
    for (int i = 0; i < rows.size(); i++) {
      CaseRow row = rows.get(i);
      row.or(
          "workspace",
          i == 0 ? WORKSPACE : i == 1 ? OTHER_WORKSPACE : "75011000000000000" + (30 + i));
      row.or("name", "workspace");
      owner(row, i == 1 ? OTHER_OWNER : OWNER);
      row.or("account", ACCOUNT);
      row.or("edition", "team");
    }
    return rows;
  }

  /** The tokens; one when none are given. What they hold is what their endpoints need. */
  List<CaseRow> tokens(List<CaseRow> endpoints) {
    LocalDate today = world.today().date();
    List<CaseRow> rows = named(world.tokens(), 1, "token", "t");
    for (CaseRow row : rows) {
      row.or("kind", "pat");
      row.or("secret", "file:" + row.text("token"));
      owner(row, OWNER);
      row.or("account", ACCOUNT);
      row.or("environment", "staging");
      row.or("created_at", today.minusDays(DAYS_SINCE_MADE).toString());
      row.or("expires_at", today.plusDays(DAYS_LEFT).toString());
      row.or("status", "active");
      if (row.text("kind").equals("oauth")) {
        row.or("app_status", "enabled");
      }
      rights(
          row, endpoints.stream().filter(e -> e.text("token").equals(row.text("token"))).toList());
    }
    return rows;
  }

  /** The endpoints; one for each token when none are given. */
  List<CaseRow> endpoints() {
    List<CaseRow> tokens = named(world.tokens(), 1, "token", "t");
    List<CaseRow> rows = named(world.endpoints(), tokens.size(), "endpoint", "e");
    for (int i = 0; i < rows.size(); i++) {
      CaseRow row = rows.get(i);
      if (!tokens.isEmpty()) {
        row.or("token", tokens.get(world.endpoints() == null ? i : 0).text("token"));
      }
      row.or("method", "GET");
      row.or("url", "https://api.coze." + site(row.text("token"), tokens) + BOT_GET);
      row.or("application", "shop");
      // A request that names its workspace itself tells more than the usual place would.
      row.or("workspace", check(row).workspace() == null ? WORKSPACE : "");
    }
    return rows;
  }

  private static String site(String token, List<CaseRow> tokens) {
    boolean abroad =
        tokens.stream()
            .anyMatch(row -> row.text("token").equals(token) && row.text("site").equals("com"));
    return abroad ? "com" : "cn";
  }

  private void rights(CaseRow token, List<CaseRow> endpoints) {
    TreeSet<String> points = new TreeSet<>();
    TreeSet<String> covered = new TreeSet<>();
    for (CaseRow endpoint : endpoints) {
      RequestCheck check = check(endpoint);
      Operation operation = check.operation();
      if (operation != null) {
        points.addAll(operation.permissions());
      }
      String named = endpoint.text("workspace");
      @Nullable String workspace = named.isEmpty() ? check.workspace() : named;
      if (workspace != null && (operation == null || operation.needsWorkspace())) {
        covered.add(workspace);
      }
    }
    token.or("permissions", String.join(";", points));
    token.or("workspaces", String.join(";", covered));
  }

  private RequestCheck check(CaseRow row) {
    String body = row.text("body");
    String type = row.text("content_type");
    return catalog.check(
        row.text("method").toUpperCase(Locale.ROOT),
        Address.parse(row.text("url")),
        body.isEmpty() || body.startsWith("@") ? null : body,
        type.isEmpty() ? null : type);
  }

  private static void owner(CaseRow row, String usual) {
    row.or("owner", usual);
    String owner = row.text("owner");
    String mail = owner.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
    row.or("owner_email", owner.isEmpty() ? "" : mail);
  }

  /** Copies of the rows with ids such as t1 and t2. */
  private static List<CaseRow> named(
      @Nullable List<CaseRow> given, int usual, String column, String letter) {
    List<CaseRow> rows = copies(given, usual);
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).or(column, letter + (i + 1));
    }
    return rows;
  }

  private static List<CaseRow> copies(@Nullable List<CaseRow> given, int usual) {
    List<CaseRow> rows = new ArrayList<>();
    if (given == null) {
      for (int i = 0; i < usual; i++) {
        rows.add(new CaseRow(0, 0, new LinkedHashMap<>()));
      }
    } else {
      given.forEach(
          row -> rows.add(new CaseRow(row.line(), row.column(), new LinkedHashMap<>(row.cells()))));
    }
    return rows;
  }
}
