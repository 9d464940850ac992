package dev.patrol.audit.trial;

import dev.patrol.model.Cause;
import java.util.Set;

/**
 * Which causes are right for an endpoint.
 *
 * @param possible the causes in all states of the token that give the answers which came
 * @param likely the causes in those of them that contradict the fewest declared facts
 * @param declared the causes in those states that contradict the fewest declared facts, whatever
 *     answers came
 * @param truth the cause in the true state
 * @param refused whether the call was sent and refused
 * @param explained whether a declared fact explains a refusal by itself
 */
record Expectation(
    Set<Cause> possible,
    Set<Cause> likely,
    Set<Cause> declared,
    Cause truth,
    boolean refused,
    boolean explained) {

  boolean admits(Cause cause, Set<Cause> alternatives) {
    if (cause == truth || possible.size() == 1) {
      return cause == truth || possible.contains(cause);
    }
    if (refused && !explained) {
      return possible.contains(cause)
          && (alternatives.contains(truth) || !possible.contains(truth));
    }
    return likely.contains(cause) || (declared.contains(cause) && possible.contains(cause));
  }
}
