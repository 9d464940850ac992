package dev.patrol.probe;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * A queue with a lane for each account. A lane that has to wait, for its rate or because the
 * service asked for it, holds up neither the other lanes nor a worker.
 */
final class Lanes<T> {
  private static final int FEW = 1000;

  private final int rate;
  private final Ticker ticker;
  private final Predicate<T> free;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, Lane<T>> byAccount = new HashMap<>();
  private final TreeSet<Lane<T>> waiting =
      new TreeSet<>(Comparator.<Lane<T>>comparingLong(Lane::due).thenComparingLong(Lane::number));
  private long lanes;
  private int sweepAt = FEW;
  private boolean closed;

  /**
   * An empty queue.
   *
   * @param rate how many items a second may leave one lane
   * @param free which items do not count against the rate
   */
  Lanes(int rate, Ticker ticker, Predicate<T> free) {
    this.rate = rate;
    this.ticker = ticker;
    this.free = free;
  }

  /** Adds an item that may be taken after a delay in nanoseconds. */
  void add(String account, T item, long delay) {
    lock.lock();
    try {
      Lane<T> lane = lane(account);
      waiting.remove(lane);
      lane.add(item, ticker.nanos() + delay);
      waiting.add(lane);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Holds back the whole lane for so many nanoseconds. */
  void rest(String account, long nanos) {
    lock.lock();
    try {
      Lane<T> lane = lane(account);
      boolean listed = waiting.remove(lane);
      lane.rest(ticker.nanos() + nanos);
      if (listed) {
        waiting.add(lane);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for an item that may go; nothing once the queue is closed. */
  Optional<T> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!closed) {
        if (waiting.isEmpty()) {
          changed.await();
          continue;
        }
        long now = ticker.nanos();
        long due = waiting.first().due();
        if (due > now) {
          ticker.await(changed, due - now);
          continue;
        }
        Optional<T> item = takeFrom(waiting.first(), now);
        if (item.isPresent()) {
          return item;
        }
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Lets all who wait go away with nothing. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many lanes are kept. */
  int size() {
    lock.lock();
    try {
      return byAccount.size();
    } finally {
      lock.unlock();
    }
  }

  private Optional<T> takeFrom(Lane<T> lane, long now) {
    // The set is ordered by what taking changes.
    waiting.remove(lane);
    Optional<T> item = lane.take(now, free);
    if (!lane.isEmpty()) {
      waiting.add(lane);
    }
    return item;
  }

  private Lane<T> lane(String account) {
    if (byAccount.size() >= sweepAt) {
      long now = ticker.nanos();
      byAccount.values().removeIf(lane -> lane.isIdle(now));
      sweepAt = Math.max(FEW, 2 * byAccount.size());
    }
    return byAccount.computeIfAbsent(account, name -> new Lane<>(lanes++, rate, ticker));
  }
}
