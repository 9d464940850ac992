package dev.patrol.audit;

import dev.patrol.probe.Probe;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Stops the asking of one run from another thread, and lets the requests under way come to their
 * end first. Threads are not interrupted for it: that could close files under everybody's feet.
 */
final class StopSwitch {
  private @Nullable Probe probe;
  private boolean stopped;
  private boolean quiet;

  /** Names the probe that is to be stopped. */
  synchronized void guard(Probe asking) {
    probe = asking;
  }

  /** Stops; returns when no request is under way. */
  void stop() {
    Probe asking;
    synchronized (this) {
      stopped = true;
      asking = probe;
    }
    try {
      if (asking != null) {
        asking.finishCalls();
      }
    } finally {
      synchronized (this) {
        quiet = true;
        notifyAll();
      }
    }
  }

  /**
   * Goes on unless it was stopped. Whoever goes away then would close the probe and cut off what is
   * under way, so this waits until nothing is.
   *
   * @throws CancellationException when it was stopped
   */
  synchronized void check() {
    if (!stopped) {
      return;
    }
    try {
      while (!quiet) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new CancellationException("the audit was stopped");
  }
}
