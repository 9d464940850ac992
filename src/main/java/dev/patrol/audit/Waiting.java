package dev.patrol.audit;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for work of other threads; what failed there fails here as it was thrown. */
final class Waiting {
  private Waiting() {}

  /**
   * The result of the work.
   *
   * @throws CancellationException when the work or this thread was interrupted
   */
  static <T> T forResult(Future<T> work) {
    try {
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Says that the audit does not go on, and why. */
  static CancellationException cancelled(Exception why) {
    CancellationException cancelled = new CancellationException("the audit was interrupted");
    cancelled.initCause(why);
    return cancelled;
  }
}
