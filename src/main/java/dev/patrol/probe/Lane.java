package dev.patrol.probe;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** What one account has to send, and how soon it may. For use under a lock. */
final class Lane<T> {
  private record Entry<T>(T item, long due, long number) {}

  private final long number;
  private final Bucket bucket;
  private final PriorityQueue<Entry<T>> entries =
      new PriorityQueue<>(
          Comparator.<Entry<T>>comparingLong(Entry::due).thenComparingLong(Entry::number));
  private long notBefore;
  private long added;

  Lane(long number, int rate, Ticker ticker) {
    this.number = number;
    // One token at a time: a larger bucket would let through up to twice the rate in some seconds.
    this.bucket =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(1).refillGreedy(rate, Duration.ofSeconds(1)))
            .withCustomTimePrecision(new Meter(ticker))
            .build();
  }

  /** A number of its own, for a stable order among lanes. */
  long number() {
    return number;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Whether it can be forgotten: a new one would let through no more. */
  boolean isIdle(long now) {
    return isEmpty() && notBefore <= now && bucket.getAvailableTokens() > 0;
  }

  /** When the next item may go. */
  long due() {
    Entry<T> next = entries.peek();
    return next == null ? Long.MAX_VALUE : Math.max(next.due(), notBefore);
  }

  void add(T item, long due) {
    entries.add(new Entry<>(item, due, added++));
  }

  /** Holds everything back until then. */
  void rest(long until) {
    notBefore = Math.max(notBefore, until);
  }

  /**
   * Takes the next item, which must be due, or puts it off when the rate is used up.
   *
   * @param free which items do not count against the rate
   */
  Optional<T> take(long now, Predicate<T> free) {
    T item = entries.element().item();
    if (!free.test(item)) {
      ConsumptionProbe taken = bucket.tryConsumeAndReturnRemaining(1);
      if (!taken.isConsumed()) {
        rest(now + Math.max(1, taken.getNanosToWaitForRefill()));
        return Optional.empty();
      }
    }
    entries.remove();
    return Optional.of(item);
  }

  private record Meter(Ticker ticker) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return ticker.nanos();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
