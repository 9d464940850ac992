package dev.patrol.probe;

import dev.patrol.model.Failure;
import dev.patrol.model.SideEffect;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Decides whether a request is tried again, and when. */
final class RetryRule {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final int TOO_MANY = 429;

  private final int attempts;
  private final DoubleSupplier jitter;

  /**
   * A rule.
   *
   * @param attempts how often a request is tried at most
   * @param jitter random numbers from 0 to 1, so that many failures do not come back all at once
   */
  RetryRule(int attempts, DoubleSupplier jitter) {
    this.attempts = attempts;
    this.jitter = jitter;
  }

  /**
   * How long to wait before the next try; empty when there is none.
   *
   * @param done how many tries there were, the given one included
   * @param overslept whether the try took much longer than it may: this process was frozen, and the
   *     time that ran out was not the service's
   */
  Optional<Duration> pause(PlannedRequest request, int done, Attempt attempt, boolean overslept) {
    boolean repeatable = request.operation().sideEffect() == SideEffect.NONE;
    // What the service has seen it may have done, whatever it then answered.
    if (done >= attempts || !mayPass(attempt, overslept) || (attempt.sent() && !repeatable)) {
      return Optional.empty();
    }
    Duration backoff = FIRST_PAUSE.multipliedBy(1L << Math.min(done - 1, 5));
    long spread = (long) (backoff.toMillis() * (0.5 + jitter.getAsDouble()));
    return Optional.of(attempt.retryAfter().orElse(Duration.ofMillis(spread)));
  }

  /** Whether the service as such is asking for fewer requests. */
  static boolean isThrottled(Attempt attempt) {
    Integer status = attempt.reply().httpStatus();
    return status != null && status == TOO_MANY;
  }

  private static boolean mayPass(Attempt attempt, boolean overslept) {
    Failure failure = attempt.reply().failure();
    Integer status = attempt.reply().httpStatus();
    return failure == Failure.CONNECT
        || failure == Failure.RESET
        || (failure == Failure.TIMEOUT && (overslept || !attempt.sent()))
        || isThrottled(attempt)
        || (status != null && status >= 500);
  }
}
