package dev.patrol.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Remembers the latest calls. */
final class Journal {
  static final int MOST = 100_000;

  private final Deque<Received> latest = new ArrayDeque<>();

  synchronized void add(Received received) {
    if (latest.size() == MOST) {
      latest.removeFirst();
    }
    latest.addLast(received);
  }

  synchronized List<Received> list() {
    return List.copyOf(latest);
  }
}
