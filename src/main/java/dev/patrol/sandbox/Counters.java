package dev.patrol.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts calls by name; forgets the counts of new names once a million are known. */
final class Counters {
  private static final int MOST = 1_000_000;

  private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

  /** Counts one more and says how many there were before. */
  long next(String name) {
    AtomicLong count = counts.get(name);
    if (count == null) {
      if (counts.size() >= MOST) {
        return 0;
      }
      count = counts.computeIfAbsent(name, n -> new AtomicLong());
    }
    return count.getAndIncrement();
  }
}
