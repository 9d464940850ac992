package dev.patrol.probe;

import java.util.concurrent.locks.Condition;

/** Passing time, so that tests need not wait for it. */
interface Ticker {
  /** Nanoseconds since some fixed moment before; never negative. */
  long nanos();

  /** Waits for the condition, up to so many nanoseconds; it may come back early. */
  void await(Condition condition, long nanos) throws InterruptedException;

  /** Real time. */
  static Ticker system() {
    long origin = System.nanoTime();
    return new Ticker() {
      @Override
      public long nanos() {
        return System.nanoTime() - origin;
      }

      // Those who call it loop, as it may come back early.
      @SuppressWarnings("WaitNotInLoop")
      @Override
      public void await(Condition condition, long nanos) throws InterruptedException {
        condition.awaitNanos(nanos);
      }
    };
  }
}
