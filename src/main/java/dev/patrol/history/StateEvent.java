package dev.patrol.history;

import dev.patrol.model.Diagnosis;
import dev.patrol.model.Judgement;
import dev.patrol.model.TokenState;
import dev.patrol.model.Verdict;
import java.util.Set;

/**
 * A token or an endpoint entered a state, and stayed in it until its next event.
 *
 * @param run the number of the run that saw it
 * @param token the token's id
 * @param endpoint the endpoint's id; empty for the token itself
 * @param state a token's state, an endpoint's verdict, or {@link #GONE}
 * @param cause an endpoint's cause; empty for a token
 */
record StateEvent(long run, String token, String endpoint, String state, String cause) {
  /** It is no longer in the inventory. */
  static final String GONE = "gone";

  private static final Set<String> GOOD =
      Set.of(Verdict.PASS.id(), TokenState.VALID.id(), TokenState.EXPIRING.id());
  private static final Set<String> BAD =
      Set.of(Verdict.FAIL.id(), TokenState.EXPIRED.id(), TokenState.INVALID.id());

  static StateEvent of(long run, Judgement judgement) {
    String token = StoredText.id(judgement.token().id());
    return new StateEvent(run, token, "", judgement.state().id(), "");
  }

  static StateEvent of(long run, String token, Diagnosis diagnosis) {
    return new StateEvent(
        run,
        StoredText.id(token),
        StoredText.id(diagnosis.endpoint().id()),
        diagnosis.verdict().id(),
        diagnosis.cause().id());
  }

  StateEvent gone(long when) {
    return new StateEvent(when, token, endpoint, GONE, "");
  }

  boolean isGone() {
    return state.equals(GONE);
  }

  boolean isGood() {
    return GOOD.contains(state);
  }

  boolean isBad() {
    return BAD.contains(state);
  }

  /** Whether it says the same of the same subject. */
  boolean repeats(StateEvent before) {
    return token.equals(before.token)
        && endpoint.equals(before.endpoint)
        && state.equals(before.state)
        && cause.equals(before.cause);
  }
}
