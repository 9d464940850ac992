package dev.patrol.notify.outbox;

import java.time.Duration;

/** Waits between one round of tries and the next. */
@FunctionalInterface
interface Pauses {
  /**
   * Waits.
   *
   * @return whether to go on
   */
  boolean pause(Duration time) throws InterruptedException;
}
