package dev.patrol.cli;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does. */
final class Awaiting {
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private Awaiting() {}

  /** Waits until it is so, and fails when that takes too long. */
  static void until(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > LONGEST.toNanos()) {
        throw new AssertionError("still not so after " + LONGEST);
      }
      LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
    }
  }
}
