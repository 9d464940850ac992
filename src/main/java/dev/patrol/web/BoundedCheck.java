package dev.patrol.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A check that answers in time even when the database hangs: one look at a time, on a thread of its
 * own, which all who ask meanwhile wait for.
 */
final class BoundedCheck {
  private static final Logger LOG = LoggerFactory.getLogger(BoundedCheck.class);

  private final HealthCheck check;
  private final Duration limit;
  private @Nullable FutureTask<Health> under;

  BoundedCheck(HealthCheck check, Duration limit) {
    this.check = check;
    this.limit = limit;
  }

  /** How the scheduler is; empty when the database did not say so in time. */
  Optional<Health> look() throws InterruptedException {
    FutureTask<Health> look = begin();
    try {
      return Optional.of(look.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      LOG.debug("the health check failed", e);
      return Optional.empty();
    } catch (TimeoutException e) {
      LOG.debug("the health check takes longer than {}", limit);
      return Optional.empty();
    }
  }

  private synchronized FutureTask<Health> begin() {
    FutureTask<Health> running = under;
    if (running != null && !running.isDone()) {
      return running;
    }
    FutureTask<Health> begun = new FutureTask<>(check::look);
    under = begun;
    Thread thread = new Thread(begun, "health check");
    thread.setDaemon(true);
    thread.start();
    return begun;
  }
}
