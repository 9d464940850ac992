package dev.patrol.schedule;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.quartz.JobKey;

/** What Quartz knows of all nodes and offers for its own alone. */
final class NodeTables {
  /** A node that missed this many check-ins is gone. */
  private static final long MISSED = 3;

  private static final String NODES =
      "SELECT INSTANCE_NAME, LAST_CHECKIN_TIME FROM QRTZ_SCHEDULER_STATE WHERE SCHED_NAME = ?";
  private static final String RUNNING =
      "SELECT JOB_GROUP, JOB_NAME, INSTANCE_NAME FROM QRTZ_FIRED_TRIGGERS"
          + " WHERE SCHED_NAME = ? AND STATE = 'EXECUTING' ORDER BY INSTANCE_NAME";

  private static final String LEAVE =
      "DELETE FROM QRTZ_SCHEDULER_STATE WHERE SCHED_NAME = ? AND INSTANCE_NAME = ?"
          + " AND INSTANCE_NAME NOT IN (SELECT INSTANCE_NAME FROM QRTZ_FIRED_TRIGGERS)";

  private final DataSource database;

  NodeTables(DataSource database) {
    this.database = database;
  }

  /** The nodes that were alive lately, sorted. */
  List<String> alive(Instant now) {
    long since = now.toEpochMilli() - MISSED * QuartzSetUp.CHECK_IN;
    SortedMap<String, Long> seen = new TreeMap<>();
    read(NODES, row -> seen.put(row.getString(1), row.getLong(2)));
    return seen.entrySet().stream()
        .filter(node -> node.getValue() >= since)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * By schedule: the node that does its work now, be it a part of a run; the first by name when
   * several do.
   */
  SortedMap<String, String> running() {
    SortedMap<String, String> running = new TreeMap<>();
    read(
        RUNNING,
        row -> {
          String node = row.getString(3);
          Keys.schedule(new JobKey(row.getString(2), row.getString(1)))
              .ifPresent(schedule -> running.putIfAbsent(schedule, node));
        });
    return running;
  }

  /** The schedules whose own job runs now, so that their next time has to wait. */
  Set<String> busy() {
    Set<String> busy = new TreeSet<>();
    read(
        RUNNING,
        row -> {
          if (row.getString(1).equals(Keys.SCHEDULE)) {
            busy.add(row.getString(2));
          }
        });
    return busy;
  }

  /**
   * Takes a node that has ended off the list; others would see it for a while. One that has left
   * something behind stays, so that others find it.
   */
  void leave(String node) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(LEAVE)) {
      statement.setString(1, QuartzSetUp.CLUSTER);
      statement.setString(2, node);
      statement.executeUpdate();
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
  }

  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  private void read(String query, Row reader) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, QuartzSetUp.CLUSTER);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    } catch (SQLException e) {
      throw QuartzCall.failure("be read", e);
    }
  }
}
