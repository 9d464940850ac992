package dev.patrol.probe;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Gives up a host after too many failed requests in a row; a success starts the count anew. */
final class HostCutOff {
  private final int limit;
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private final Set<String> down = ConcurrentHashMap.newKeySet();

  HostCutOff(int limit) {
    this.limit = limit;
  }

  boolean isDown(String host) {
    return down.contains(host);
  }

  /** Counts a request's final outcome, its retries over. */
  void record(String host, boolean failed) {
    if (!failed) {
      failures.remove(host);
    } else if (failures.merge(host, 1, Integer::sum) >= limit) {
      down.add(host);
    }
  }

  SortedSet<String> hosts() {
    return new TreeSet<>(down);
  }
}
