package dev.patrol.notify.outbox;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Does work in transactions, and again from its beginning when the database went away meanwhile.
 */
public interface Database {
  /** Work within one transaction, which may be done more than once. */
  @FunctionalInterface
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /**
   * Does the work in one transaction.
   *
   * @return what the work returned
   * @throws RuntimeException when the database stays away or refuses the work
   */
  <T> T run(Work<T> work);
}
