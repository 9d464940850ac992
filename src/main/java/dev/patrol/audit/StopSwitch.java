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
    if (asking != null) {
      asking.finishCalls();
    }
  }

  /**
   * Goes on unless it was stopped.
   *
   * @throws CancellationException when it was
   */
  synchronized void check() {
    if (stopped) {
      throw new CancellationException("the audit was stopped");
    }
  }
}
