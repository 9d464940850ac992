package dev.patrol.history;

import java.time.Clock;
import java.time.Duration;

/**
 * How a store is used.
 *
 * @param connections how many connections there may be at one time
 * @param patience how long work waits for a database that went away
 * @param keepDays after how many days of 24 hours a run is forgotten
 * @param clock by which runs grow old; real time even where an audit's clock stands still
 */
public record StoreOptions(int connections, Duration patience, int keepDays, Clock clock) {
  /** What holds when nothing else is wanted. */
  public static final StoreOptions DEFAULT =
      new StoreOptions(4, Duration.ofMinutes(2), 400, Clock.systemUTC());

  public StoreOptions {
    if (connections < 1 || keepDays < 1 || patience.isNegative()) {
      throw new IllegalArgumentException(
          "connections and keepDays must be > 0 and patience >= 0, got "
              + connections
              + ", "
              + keepDays
              + ", "
              + patience);
    }
  }

  /** With another number of connections. */
  public StoreOptions withConnections(int most) {
    return new StoreOptions(most, patience, keepDays, clock);
  }

  /** With another number of days to keep. */
  public StoreOptions withKeepDays(int days) {
    return new StoreOptions(connections, patience, days, clock);
  }
}
