package dev.patrol.history;

import java.time.Duration;

/** Passing time, so that tests need not wait for it. */
interface Pauses {
  /** Nanoseconds since some fixed moment. */
  long nanos();

  /** Waits. */
  void pause(Duration time) throws InterruptedException;

  /** Real time. */
  static Pauses system() {
    return new Pauses() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public void pause(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
      }
    };
  }
}
