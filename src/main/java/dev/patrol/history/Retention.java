package dev.patrol.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Forgets the runs of one inventory that are too old. Of each subject the event that held when the
 * oldest run that stays began is kept, so that nothing that is still current is lost.
 */
final class Retention {
  private static final int BATCH = 1_000;

  private static final List<String> FINDING =
      List.of("dossier", "rule", "token", "endpoint", "workspace", "holder");
  private static final List<String> STATE = List.of("token", "endpoint");

  private final Connection connection;
  private final long inventory;

  private Retention(Connection connection, long inventory) {
    this.connection = connection;
    this.inventory = inventory;
  }

  static void apply(Connection connection, long inventory, Instant now, int days)
      throws SQLException {
    new Retention(connection, inventory).forgetBefore(now.minus(Duration.ofDays(days)));
  }

  private void forgetBefore(Instant oldest) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT MIN(run_no), MIN(CASE WHEN recorded_at >= ? THEN run_no END) FROM history_run"
                + " WHERE inventory = ? AND finished_at IS NOT NULL")) {
      new Binding(select).add(oldest).add(inventory);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        long first = row.getLong(1);
        long keep = row.getLong(2);
        if (first < keep) {
          forget("history_finding", FINDING, "kind", FindingEvent.Kind.FIXED.id(), first, keep);
          forget("history_state", STATE, "state", StateEvent.GONE, first, keep);
          forgetRuns(keep);
        }
      }
    }
  }

  /**
   * Removes what an event made outdated. Only subjects with an event in the runs that are
   * forgotten, or in the first one that stays, can have such; so a night costs what changed in one
   * night.
   *
   * @param what the column that says what happened
   * @param end what it says when the subject is current no longer, and nothing need be remembered
   */
  private void forget(
      String table, List<String> subject, String what, String end, long first, long keep)
      throws SQLException {
    String same = subject.stream().map(c -> " AND " + c + " = ?").collect(Collectors.joining());
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT run_no, %s, %s FROM %s WHERE run_no BETWEEN ? AND ? AND inventory = ?"
                    .formatted(what, String.join(", ", subject), table));
        PreparedStatement delete =
            connection.prepareStatement(
                "DELETE FROM " + table + " WHERE inventory = ? AND run_no < ?" + same)) {
      select.setFetchSize(BATCH);
      new Binding(select).add(first).add(keep).add(inventory);
      try (ResultSet row = select.executeQuery()) {
        int pending = 0;
        while (row.next()) {
          long run = row.getLong(1);
          boolean over = run < keep && end.equals(row.getString(2));
          Binding binding = new Binding(delete).add(inventory).add(over ? run + 1 : run);
          for (int i = 0; i < subject.size(); i++) {
            binding.add(row.getString(i + 3));
          }
          delete.addBatch();
          if (++pending % BATCH == 0) {
            delete.executeBatch();
          }
        }
        delete.executeBatch();
      }
    }
  }

  private void forgetRuns(long keep) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM history_run WHERE inventory = ? AND run_no < ?")) {
      new Binding(delete).add(inventory).add(keep);
      delete.executeUpdate();
    }
  }
}
