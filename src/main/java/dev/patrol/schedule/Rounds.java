package dev.patrol.schedule;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the watchdog look every minute. */
final class Rounds implements AutoCloseable {
  private static final long PERIOD_SECONDS = 60;
  private static final long LONGEST_LOOK_SECONDS = 10;

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final ScheduledExecutorService thread;

  private Rounds(ScheduledExecutorService thread) {
    this.thread = thread;
  }

  /** Looks once a minute, and then does what the tasks want done as often. */
  static Rounds start(Watchdog watchdog, Runnable more) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread made = new Thread(work, "watchdog");
              made.setDaemon(true);
              return made;
            });
    var unused =
        thread.scheduleWithFixedDelay(
            () -> look(watchdog, more), PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    return new Rounds(thread);
  }

  /** Waits a moment for a look that is under way, without an interrupt. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LONGEST_LOOK_SECONDS, TimeUnit.SECONDS)) {
        LOG.debug("the last look takes its time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void look(Watchdog watchdog, Runnable more) {
    try {
      watchdog.look();
      more.run();
    } catch (SchedulerException | RuntimeException e) {
      // The next look comes anyway, once the database is back.
      LOG.warn("the schedules could not be looked after: {}", e.getMessage());
    }
  }
}
