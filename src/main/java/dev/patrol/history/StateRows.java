package dev.patrol.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** The table of the states of tokens and endpoints. */
final class StateRows {
  private static final int FETCH = 1_000;

  private final Connection connection;
  private final long inventory;

  StateRows(Connection connection, long inventory) {
    this.connection = connection;
    this.inventory = inventory;
  }

  /**
   * The events of these tokens and their endpoints from one run up to another: of each subject the
   * one that held when it began, and all after it, oldest first.
   */
  List<StateEvent> since(Collection<String> tokens, long first, long before) throws SQLException {
    String sql =
        "SELECT run_no, token, endpoint, state, cause FROM history_state e WHERE token IN "
            + Binding.places(tokens.size())
            + " AND inventory = ? AND run_no <> ? AND (run_no >= ? OR run_no ="
            + " (SELECT MAX(b.run_no) FROM history_state b WHERE b.token = e.token"
            + " AND b.inventory = e.inventory AND b.endpoint = e.endpoint AND b.run_no < ?))"
            + " ORDER BY run_no";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      new Binding(select).addAll(tokens).add(inventory).add(before).add(first).add(first);
      List<StateEvent> events = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          events.add(event(row));
        }
      }
      return events;
    }
  }

  /** Hands out every token that has ever been judged and is not forgotten. */
  void tokens(Consumer<String> reader) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT DISTINCT token FROM history_state WHERE inventory = ? AND endpoint = ''")) {
      select.setFetchSize(FETCH);
      new Binding(select).add(inventory);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          reader.accept(row.getString(1));
        }
      }
    }
  }

  void insert(List<StateEvent> events, long firstSeq) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO history_state (seq, inventory, run_no, token, endpoint, state, cause)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      long seq = firstSeq;
      for (StateEvent event : events) {
        new Binding(insert)
            .add(seq++)
            .add(inventory)
            .add(event.run())
            .add(event.token())
            .add(event.endpoint())
            .add(event.state())
            .add(event.cause());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  static StateEvent event(ResultSet row) throws SQLException {
    return new StateEvent(
        row.getLong("run_no"),
        row.getString("token"),
        row.getString("endpoint"),
        row.getString("state"),
        row.getString("cause"));
  }
}
