package dev.patrol.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Small commits that an embedded database gets before anything else. After it was closed in good
 * order, H2 may write what comes next to where it does not look for it again, until it renews the
 * head of its file, which it does every twenty versions: a process that is killed before would lose
 * all that it has committed.
 */
final class FirstCommits {
  private static final int ENOUGH = 24;

  private FirstCommits() {}

  static void make(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < ENOUGH; i++) {
        statement.executeUpdate("UPDATE store_opening SET commits = commits + 1");
        connection.commit();
      }
    }
  }
}
