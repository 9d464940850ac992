package dev.patrol.audit.trial;

import dev.patrol.model.Cause;
import java.util.Set;

/**
 * Which causes are right for an endpoint.
 *
 * @param truth the cause in the token's true state
 * @param possible the causes in all states of the token that give the answers which came
 * @param admitted the causes that may be reported
 * @param open whether the answers leave the true cause open, so that it must at least stand among
 *     the alternatives
 */
record Expectation(Cause truth, Set<Cause> possible, Set<Cause> admitted, boolean open) {

  boolean admits(Cause cause, Set<Cause> alternatives) {
    return cause == truth || (admitted.contains(cause) && (!open || alternatives.contains(truth)));
  }
}
