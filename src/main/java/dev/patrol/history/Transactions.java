package dev.patrol.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work in transactions, and again from its beginning when the database went away meanwhile.
 * Safe for use by several threads.
 */
public final class Transactions {
  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final DataSource source;
  private final String place;
  private final Duration patience;
  private final Pauses pauses;

  Transactions(DataSource source, String place, Duration patience, Pauses pauses) {
    this.source = source;
    this.place = place;
    this.patience = patience;
    this.pauses = pauses;
  }

  /**
   * Does the work in one transaction. When the connection is lost while committing, it is not known
   * whether the work was done: it is done again, so it must bear that.
   *
   * @return what the work returned
   * @throws StoreUnavailable when the database stays away for longer than the patience
   * @throws IllegalStateException when the database refuses the work
   * @throws CancellationException when this thread is interrupted while it waits
   */
  public <T> T run(SqlWork<T> work) {
    long begin = pauses.nanos();
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        return once(work);
      } catch (SQLException e) {
        if (!SqlFailure.mayPass(e)) {
          throw new IllegalStateException(
              "the store " + place + " refused a statement (SQLState " + SqlFailure.state(e) + ")",
              e);
        }
        if (pauses.nanos() - begin >= patience.toNanos()) {
          throw new StoreUnavailable(
              "the store %s stayed away for %d s (SQLState %s)"
                  .formatted(place, patience.toSeconds(), SqlFailure.state(e)));
        }
        LOG.atLevel(
                pause.equals(FIRST_PAUSE)
                    ? org.slf4j.event.Level.WARN
                    : org.slf4j.event.Level.DEBUG)
            .log("the store {} is away (SQLState {}); trying again", place, SqlFailure.state(e));
      }
      waitFor(pause);
      pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
    }
  }

  private <T> T once(SqlWork<T> work) throws SQLException {
    try (Connection connection = source.getConnection()) {
      try {
        T result = work.run(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        try {
          connection.rollback();
        } catch (SQLException rollback) {
          e.addSuppressed(rollback);
        }
        throw e;
      }
    }
  }

  private void waitFor(Duration pause) {
    try {
      pauses.pause(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("interrupted");
      cancelled.initCause(e);
      throw cancelled;
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
