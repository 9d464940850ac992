package dev.patrol.schedule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tasks that run in this process now, and the wish that they end. */
final class RunningTasks {
  private static final Logger LOG = LoggerFactory.getLogger(RunningTasks.class);

  private final Set<Action> whenEnding = new LinkedHashSet<>();
  private int running;
  private boolean ending;

  /** Told apart from others by identity, also when two tasks hand in the same one. */
  private static final class Action {
    private final Runnable action;

    Action(Runnable action) {
      this.action = action;
    }

    void run() {
      try {
        action.run();
      } catch (RuntimeException e) {
        LOG.error("a task could not be told to stop", e);
      }
    }
  }

  /** Whether a task may begin; then {@link #ended} must be called. */
  synchronized boolean begin() {
    if (ending) {
      return false;
    }
    running++;
    return true;
  }

  synchronized void ended() {
    running--;
    notifyAll();
  }

  synchronized boolean isEnding() {
    return ending;
  }

  Shift.Registration whenEnding(Runnable runnable) {
    Action action = new Action(runnable);
    boolean late;
    synchronized (this) {
      late = ending;
      if (!late) {
        whenEnding.add(action);
      }
    }
    if (late) {
      action.run();
    }
    return () -> {
      synchronized (this) {
        whenEnding.remove(action);
      }
    };
  }

  /**
   * Lets no further task begin and tells those that run, all at once: each may let its requests
   * come to their end first, and together they need no longer than the slowest.
   */
  void end() throws InterruptedException {
    Set<Action> actions;
    synchronized (this) {
      ending = true;
      actions = new LinkedHashSet<>(whenEnding);
      whenEnding.clear();
    }
    List<Thread> told = actions.stream().map(action -> new Thread(action::run, "stop")).toList();
    told.forEach(Thread::start);
    for (Thread each : told) {
      each.join();
    }
  }

  /** Waits until no task runs. */
  synchronized void await() throws InterruptedException {
    while (running > 0) {
      wait();
    }
  }
}
