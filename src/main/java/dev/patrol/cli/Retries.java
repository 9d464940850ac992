package dev.patrol.cli;

import dev.patrol.schedule.Shift;
import dev.patrol.schedule.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands a run that failed in again, a few times. */
final class Retries {
  /** The kind of what is handed in. */
  static final String KIND = "retry";

  private static final List<Duration> PAUSES =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));
  private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

  private Retries() {}

  /**
   * Hands it in, unless that was done often enough.
   *
   * @param why it failed; it takes along what keeps the work from being handed in
   */
  static void submit(Work failed, RuntimeException why, Shift shift, Instant now) {
    try {
      submit(failed, shift, now);
    } catch (RuntimeException e) {
      // The same full disk, perhaps. The next time of the schedule comes anyway.
      why.addSuppressed(e);
    }
  }

  private static void submit(Work failed, Shift shift, Instant now) {
    int tries = failed.kind().equals(KIND) ? failed.part() : 0;
    if (tries < PAUSES.size()) {
      Duration pause = PAUSES.get(tries);
      LOG.warn(
          "schedule {}: run {} is tried again in {} min",
          failed.schedule(),
          failed.run(),
          pause.toMinutes());
      shift.submit(
          new Work(KIND, failed.schedule(), failed.run(), tries + 1, true), now.plus(pause));
    }
  }
}
