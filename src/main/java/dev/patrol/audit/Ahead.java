package dev.patrol.audit;

import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Work that a thread of its own does ahead, while others are busy with what they need besides.
 *
 * @param <T> what comes of it
 */
final class Ahead<T> {
  private final FutureTask<T> work;

  private Ahead(FutureTask<T> work) {
    this.work = work;
  }

  /** Begins the work at once. */
  static <T> Ahead<T> of(String name, Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return new Ahead<>(task);
  }

  /** Waits for what comes of it; what failed there fails here as it was thrown. */
  T get() {
    return Waiting.forResult(work);
  }
}
