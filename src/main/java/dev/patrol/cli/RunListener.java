package dev.patrol.cli;

import dev.patrol.audit.AuditOutcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Hears of the runs of schedules in this process; called on several threads. */
interface RunListener {
  /** A run begins, or goes on. */
  default void began(String schedule, String run, Instant time) {}

  /**
   * A run ends.
   *
   * @param took how long it took since it began or went on
   * @param result what it came to; null when it failed or was stopped
   */
  default void ended(
      String schedule,
      String run,
      RunOutcome outcome,
      Instant time,
      Duration took,
      @Nullable AuditOutcome result) {}
}
