package dev.patrol.history;

import java.sql.Connection;
import java.sql.SQLException;

/** Work within one transaction, which may be done again from its beginning. */
@FunctionalInterface
public interface SqlWork<T> {
  /**
   * Does the work; leaves the transaction open.
   *
   * @throws SQLException what the database says
   */
  T run(Connection connection) throws SQLException;
}
