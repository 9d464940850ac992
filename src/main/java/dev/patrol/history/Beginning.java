package dev.patrol.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A run that has been entered as under way.
 *
 * @param inventory the number of its inventory
 * @param run its own number
 * @param nights the nights before it, oldest first
 */
record Beginning(long inventory, long run, List<Night> nights) {
  static Beginning of(Connection connection, RunHeader header) throws SQLException {
    RunRows runs = new RunRows(connection);
    long inventory = runs.lockInventory(header.inventory());
    if (runs.isFinished(header.key())) {
      throw new IllegalStateException("run " + header.id() + " is recorded already");
    }
    for (long unfinished : runs.unfinished(inventory)) {
      runs.remove(unfinished);
    }
    long run = runs.insert(inventory, header);
    List<Night> nights =
        Night.before(header.startedAt(), header.zone(), finished(connection, inventory));
    return new Beginning(inventory, run, nights);
  }

  private static List<Night.Run> finished(Connection connection, long inventory)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT run_no, started_at FROM history_run WHERE inventory = ?"
                + " AND finished_at IS NOT NULL ORDER BY run_no DESC")) {
      new Binding(select).add(inventory);
      List<Night.Run> newestFirst = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          newestFirst.add(new Night.Run(row.getLong(1), Binding.instant(row, "started_at")));
        }
      }
      return newestFirst;
    }
  }

  /** The run from which on states matter to rules. */
  long firstRun() {
    return nights.isEmpty() ? run : nights.get(0).first();
  }
}
