package dev.patrol.history;

import dev.patrol.model.Severity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The table of what happened to findings. */
final class FindingRows {
  private static final String COLUMNS =
      "run_no, inventory, kind, dossier, rule, token, endpoint, workspace, holder, rule_no,"
          + " first_seen, severity, evidence, owner, owner_email, due, basis";

  private final Connection connection;
  private final long inventory;

  FindingRows(Connection connection, long inventory) {
    this.connection = connection;
    this.inventory = inventory;
  }

  /**
   * The last event of each finding of these dossiers before a run. Beside a list H2 would use a
   * bound on the number of the run in place of the list; no later run than this one has written
   * anything.
   */
  List<FindingEvent> newest(Collection<String> dossiers, long before) throws SQLException {
    String sql =
        "SELECT "
            + COLUMNS
            + " FROM history_finding WHERE dossier IN "
            + Binding.places(dossiers.size())
            + " AND inventory = ? AND run_no <> ? ORDER BY run_no";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      new Binding(select).addAll(dossiers).add(inventory).add(before);
      Map<FindingKey, FindingEvent> newest = new LinkedHashMap<>();
      read(select, event -> newest.put(event.key(), event));
      return List.copyOf(newest.values());
    }
  }

  void insert(List<FindingEvent> events, long firstSeq) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO history_finding (seq, " + COLUMNS + ") VALUES " + Binding.places(18))) {
      long seq = firstSeq;
      for (FindingEvent event : events) {
        bind(new Binding(insert).add(seq++), event);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void bind(Binding binding, FindingEvent event) throws SQLException {
    binding
        .add(event.run())
        .add(inventory)
        .add(event.kind().id())
        .add(event.key().dossier())
        .add(event.key().rule())
        .add(event.key().token())
        .add(event.key().endpoint())
        .add(event.key().workspace())
        .add(event.key().holder())
        .add(event.ruleNo())
        .add(event.firstSeen())
        .add(event.severity().id())
        .add(event.evidence())
        .add(event.owner())
        .add(event.ownerEmail())
        .add(event.due())
        .add(event.basis().id());
  }

  private static void read(PreparedStatement select, Consumer<FindingEvent> reader)
      throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        reader.accept(event(row));
      }
    }
  }

  private static FindingEvent event(ResultSet row) throws SQLException {
    FindingKey key =
        new FindingKey(
            row.getString("dossier"),
            row.getString("rule"),
            row.getString("token"),
            row.getString("endpoint"),
            row.getString("workspace"),
            row.getString("holder"));
    return new FindingEvent(
        row.getLong("run_no"),
        FindingEvent.Kind.valueOf(upper(row.getString("kind"))),
        key,
        row.getLong("rule_no"),
        Binding.instant(row, "first_seen"),
        Severity.valueOf(upper(row.getString("severity"))),
        row.getString("evidence"),
        row.getString("owner"),
        row.getString("owner_email"),
        Binding.instantOrNull(row, "due"),
        Basis.valueOf(upper(row.getString("basis"))));
  }

  private static String upper(String id) {
    return id.toUpperCase(Locale.ROOT);
  }
}
