package dev.patrol.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Collects the events of one run and writes many of them at a time. */
final class Stage {
  /**
   * Each write waits for the disk once. H2 saves a transaction of much more than twice as many in
   * the middle, with all that it would need to undo it.
   */
  private static final int BATCH = 2_000;

  private final Transactions transactions;
  private final long inventory;
  private final long run;
  private final List<FindingEvent> findings = new ArrayList<>();
  private final List<StateEvent> states = new ArrayList<>();
  private long written;

  Stage(Transactions transactions, long inventory, long run) {
    this.transactions = transactions;
    this.inventory = inventory;
    this.run = run;
  }

  void add(FindingEvent event) {
    findings.add(event);
    writeWhenMany();
  }

  void add(StateEvent event) {
    states.add(event);
    writeWhenMany();
  }

  private void writeWhenMany() {
    if (findings.size() + states.size() >= BATCH) {
      write();
    }
  }

  void write() {
    if (findings.isEmpty() && states.isEmpty()) {
      return;
    }
    transactions.run(
        connection -> {
          requireOwn(connection, run);
          // The work may be repeated after a commit of which nothing was heard.
          unwrite(connection, "history_finding");
          unwrite(connection, "history_state");
          new FindingRows(connection, inventory).insert(findings, written);
          new StateRows(connection, inventory).insert(states, written);
          return true;
        });
    written += Math.max(findings.size(), states.size());
    findings.clear();
    states.clear();
  }

  /** Keeps two runs of one inventory from mixing. */
  static void requireOwn(Connection connection, long run) throws SQLException {
    if (!new RunRows(connection).lock(run)) {
      throw new IllegalStateException(
          "another run of the same inventory began meanwhile; this one cannot be recorded");
    }
  }

  private void unwrite(Connection connection, String table) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM " + table + " WHERE run_no = ? AND seq >= ?")) {
      new Binding(delete).add(run).add(written);
      delete.executeUpdate();
    }
  }
}
