package dev.patrol.probe;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;

/** Time that passes only when somebody waits for it. */
final class VirtualTicker implements Ticker {
  private final AtomicLong now = new AtomicLong();

  @Override
  public long nanos() {
    return now.get();
  }

  @Override
  public void await(Condition condition, long nanos) {
    now.addAndGet(nanos);
  }

  void advance(long nanos) {
    now.addAndGet(nanos);
  }
}
