package dev.patrol.notify;

import dev.patrol.notify.Delivery.Later;
import dev.patrol.notify.Delivery.Unsure;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The point of a delivery from which the message may arrive. It is either passed or shut, once, so
 * that a delivery which was given up can no longer succeed behind the back of who asked for it.
 */
final class Gate {
  private enum State {
    OPEN,
    PASSED,
    SHUT
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

  /** Lets the delivery through unless it was given up. */
  boolean pass() {
    return state.compareAndSet(State.OPEN, State.PASSED);
  }

  boolean passed() {
    return state.get() == State.PASSED;
  }

  /** Gives the delivery up unless it is through. */
  private boolean shut() {
    return state.compareAndSet(State.OPEN, State.SHUT) || state.get() == State.SHUT;
  }

  /**
   * Waits for a delivery that goes through this gate.
   *
   * @param reading says what became of the message from what comes back
   * @param other who is being waited for, such as {@code mail.example.com:587}
   * @throws InterruptedException when interrupted before the gate was passed
   * @throws ExecutionException when the delivery ended with an exception
   */
  <T> Delivery await(
      Future<T> delivery, Function<T, Delivery> reading, Duration limit, String other)
      throws InterruptedException, ExecutionException {
    try {
      return reading.apply(delivery.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      boolean unsent = shut();
      delivery.cancel(true);
      String late = other + " took longer than " + limit.toSeconds() + " s";
      return unsent ? new Later(late, null) : new Unsure(late + " to confirm the message");
    } catch (InterruptedException e) {
      boolean unsent = shut();
      delivery.cancel(true);
      if (unsent) {
        throw e;
      }
      Thread.currentThread().interrupt();
      return new Unsure("interrupted while " + other + " was confirming the message");
    }
  }
}
