package dev.patrol.report;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The first so many of a long line of items, in the order of their keys and then as they came; the
 * rest is only counted, so that memory does not grow with the line.
 */
final class Shortlist<K, T> {
  private record Position<K>(K key, long number) {}

  private final int limit;
  private final TreeMap<Position<K>, T> kept;
  private long offered;

  Shortlist(int limit, Comparator<? super K> order) {
    this.limit = limit;
    Comparator<Position<K>> byKey = Comparator.comparing(Position::key, order);
    kept = new TreeMap<>(byKey.thenComparingLong(Position::number));
  }

  /** Makes and keeps the item if it is among the first. */
  void offer(K key, Supplier<T> item) {
    Position<K> position = new Position<>(key, offered++);
    if (kept.size() < limit) {
      kept.put(position, item.get());
    } else if (kept.comparator().compare(position, kept.lastKey()) < 0) {
      kept.pollLastEntry();
      kept.put(position, item.get());
    }
  }

  List<T> items() {
    return List.copyOf(kept.values());
  }

  /** How many items were offered and not kept. */
  long left() {
    return offered - kept.size();
  }
}
