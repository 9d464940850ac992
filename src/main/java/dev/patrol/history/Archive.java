package dev.patrol.history;

import dev.patrol.model.Severity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What is known about finished runs, for people to read. */
public final class Archive {
  private static final String OF_FINISHED_RUNS =
      " LEFT JOIN history_run r ON r.run_no = e.run_no"
          + " JOIN history_inventory i ON i.inventory = e.inventory";

  private static final List<String> KINDS =
      Arrays.stream(FindingEvent.Kind.values()).map(FindingEvent.Kind::id).toList();
  private static final Comparator<FindingRecord> ORDER =
      Comparator.comparingInt((FindingRecord each) -> KINDS.indexOf(each.kind()))
          .thenComparing(FindingRecord::severity)
          .thenComparing(FindingRecord::rule)
          .thenComparing(FindingRecord::token)
          .thenComparing(FindingRecord::endpoint)
          .thenComparing(FindingRecord::workspace)
          .thenComparing(FindingRecord::holder);

  /** Reads one row. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Fills the places of a statement. */
  @FunctionalInterface
  private interface Filling {
    void fill(Binding binding) throws SQLException;
  }

  private final Transactions transactions;

  Archive(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * The last runs, newest first.
   *
   * @param limit how many at most
   * @throws StoreUnavailable when the database stays away
   */
  public List<RunRecord> runs(int limit) {
    return runs("1 = 1 ORDER BY r.run_no DESC FETCH FIRST ? ROWS ONLY", b -> b.add(limit));
  }

  /**
   * The runs of that name, newest first.
   *
   * @throws StoreUnavailable when the database stays away
   */
  public List<RunRecord> named(String id) {
    return runs("r.run_id = ? ORDER BY r.run_no DESC", binding -> binding.add(id));
  }

  private List<RunRecord> runs(String condition, Filling filling) {
    return select(
        "SELECT r.*, i.name AS inventory_name FROM history_run r"
            + " JOIN history_inventory i ON i.inventory = r.inventory"
            + " WHERE r.finished_at IS NOT NULL AND "
            + condition,
        filling,
        Archive::run);
  }

  /**
   * What was new, reopened or fixed in a run, in this order, worst first.
   *
   * @throws StoreUnavailable when the database stays away
   */
  public List<FindingRecord> changes(RunRecord run) {
    return findings("e.run_no = ? AND e.kind <> 'changed'", binding -> binding.add(run.number()))
        .stream()
        .sorted(ORDER)
        .toList();
  }

  /**
   * What happened to the findings about a token, oldest first.
   *
   * @throws StoreUnavailable when the database stays away
   */
  public List<FindingRecord> findings(String token) {
    String id = StoredText.id(token);
    return findings(
        "(e.dossier = ? OR (e.dossier = '' AND e.token = ?))"
            + " AND (r.run_no IS NULL OR r.finished_at IS NOT NULL)"
            + " ORDER BY i.name, e.run_no, e.seq",
        binding -> binding.add(id).add(id));
  }

  private List<FindingRecord> findings(String condition, Filling filling) {
    return select(
        "SELECT e.*, r.run_id, r.started_at, i.name AS inventory_name, t.title"
            + " FROM history_finding e"
            + OF_FINISHED_RUNS
            + " JOIN history_rule t ON t.rule_no = e.rule_no WHERE "
            + condition,
        filling,
        Archive::finding);
  }

  /**
   * The states of a token and its endpoints, oldest first.
   *
   * @throws StoreUnavailable when the database stays away
   */
  public List<StateRecord> states(String token) {
    return select(
        "SELECT e.*, r.run_id, r.started_at, i.name AS inventory_name FROM history_state e"
            + OF_FINISHED_RUNS
            + " WHERE e.token = ? AND (r.run_no IS NULL OR r.finished_at IS NOT NULL)"
            + " ORDER BY i.name, e.run_no, e.seq",
        binding -> binding.add(StoredText.id(token)),
        Archive::state);
  }

  private <T> List<T> select(String sql, Filling filling, Reader<T> reader) {
    return transactions.run(connection -> select(connection, sql, filling, reader));
  }

  private static <T> List<T> select(
      Connection connection, String sql, Filling filling, Reader<T> reader) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      filling.fill(new Binding(select));
      List<T> records = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          records.add(reader.read(row));
        }
      }
      return records;
    }
  }

  private static RunRecord run(ResultSet row) throws SQLException {
    return new RunRecord(
        row.getLong("run_no"),
        row.getString("run_id"),
        row.getString("inventory_name"),
        row.getString("schedule"),
        Binding.instant(row, "started_at"),
        Binding.instant(row, "finished_at"),
        row.getBoolean("offline"),
        row.getString("version"),
        new RunTotals(
            row.getLong("tokens"),
            row.getLong("endpoints"),
            row.getLong("endpoints_failing"),
            row.getLong("endpoints_unknown"),
            row.getLong("findings_open"),
            row.getLong("findings_waived"),
            row.getLong("requests"),
            row.getLong("unanswered")),
        new Changes(
            row.getLong("findings_new"),
            row.getLong("findings_reopened"),
            row.getLong("findings_fixed")));
  }

  private static FindingRecord finding(ResultSet row) throws SQLException {
    Instant began = Binding.instantOrNull(row, "started_at");
    Instant firstSeen = Binding.instant(row, "first_seen");
    return new FindingRecord(
        Objects.requireNonNullElse(row.getString("run_id"), ""),
        began == null ? firstSeen : began,
        row.getString("inventory_name"),
        row.getString("kind"),
        Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
        row.getString("rule"),
        row.getString("title"),
        row.getString("token"),
        row.getString("endpoint"),
        row.getString("workspace"),
        row.getString("holder"),
        row.getString("evidence"),
        firstSeen);
  }

  private static StateRecord state(ResultSet row) throws SQLException {
    return new StateRecord(
        Objects.requireNonNullElse(row.getString("run_id"), ""),
        Binding.instantOrNull(row, "started_at"),
        row.getString("inventory_name"),
        row.getString("token"),
        row.getString("endpoint"),
        row.getString("state"),
        row.getString("cause"));
  }
}
