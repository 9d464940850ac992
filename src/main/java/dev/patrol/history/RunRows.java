package dev.patrol.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The table of runs. */
final class RunRows {
  private static final String DUPLICATE = "23505";

  /** Serialization failure: the whole transaction may be repeated. */
  private static final String REPEAT = "40001";

  private final Connection connection;

  RunRows(Connection connection) {
    this.connection = connection;
  }

  /** The number of an inventory, whose row stays locked until the transaction ends. */
  long lockInventory(String name) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO history_inventory (name) SELECT CAST(? AS CHARACTER VARYING)"
                + " WHERE NOT EXISTS (SELECT 1 FROM history_inventory WHERE name = ?)")) {
      new Binding(insert).add(name).add(name);
      insert.executeUpdate();
    } catch (SQLException e) {
      if (SqlFailure.state(e).equals(DUPLICATE)) {
        throw new SQLException("entered by another process at the same moment", REPEAT, e);
      }
      throw e;
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT inventory FROM history_inventory WHERE name = ? FOR UPDATE")) {
      new Binding(select).add(name);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  boolean isFinished(String key) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT 1 FROM history_run WHERE run_key = ? AND finished_at IS NOT NULL")) {
      new Binding(select).add(key);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  List<Long> unfinished(long inventory) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT run_no FROM history_run WHERE inventory = ? AND finished_at IS NULL")) {
      new Binding(select).add(inventory);
      List<Long> numbers = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          numbers.add(rows.getLong(1));
        }
      }
      return numbers;
    }
  }

  /** Removes a run with all that it left. */
  void remove(long run) throws SQLException {
    for (String table : List.of("history_finding", "history_state", "history_run")) {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM " + table + " WHERE run_no = ?")) {
        new Binding(delete).add(run);
        delete.executeUpdate();
      }
    }
  }

  long insert(long inventory, RunHeader header) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO history_run (inventory, run_key, run_id, schedule, started_at, offline, version,"
                + " tokens, endpoints, endpoints_failing, endpoints_unknown, findings_open,"
                + " findings_waived, findings_new, findings_reopened, findings_fixed, requests,"
                + " unanswered) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)",
            new String[] {"run_no"})) {
      new Binding(insert)
          .add(inventory)
          .add(header.key())
          .add(header.id())
          .add(header.schedule())
          .add(header.startedAt())
          .add(header.offline())
          .add(header.version());
      insert.executeUpdate();
      return key(insert);
    }
  }

  static long key(Statement insert) throws SQLException {
    try (ResultSet keys = insert.getGeneratedKeys()) {
      keys.next();
      return keys.getLong(1);
    }
  }

  /** Keeps a run from being removed until the transaction ends; false when it is gone already. */
  boolean lock(long run) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM history_run WHERE run_no = ? FOR UPDATE")) {
      new Binding(select).add(run);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  void finish(long run, RunTotals totals, Changes changes, Instant finishedAt, Instant recordedAt)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE history_run SET finished_at = ?, recorded_at = ?, tokens = ?, endpoints = ?,"
                + " endpoints_failing = ?, endpoints_unknown = ?, findings_open = ?,"
                + " findings_waived = ?, findings_new = ?, findings_reopened = ?,"
                + " findings_fixed = ?, requests = ?, unanswered = ? WHERE run_no = ?")) {
      new Binding(update)
          .add(finishedAt)
          .add(recordedAt)
          .add(totals.tokens())
          .add(totals.endpoints())
          .add(totals.failing())
          .add(totals.unknown())
          .add(totals.open())
          .add(totals.waived())
          .add(changes.appeared())
          .add(changes.reopened())
          .add(changes.fixed())
          .add(totals.requests())
          .add(totals.unanswered())
          .add(run);
      update.executeUpdate();
    }
  }
}
