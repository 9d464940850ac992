package dev.patrol.audit.trial;

import dev.patrol.sandbox.Oddity;
import java.util.Optional;

/** What the service says to a call, as far as it tells something about the key. */
enum Heard {
  /** Nothing was asked. */
  NOTHING,
  /** An answer that stands before all checks and tells nothing about the key. */
  NOISE,
  /** The key is no key. */
  KEY_REFUSED,
  /** The key is known, but lacks the point or the workspace. */
  RIGHT_REFUSED,
  /** Key, point and workspace are in order. */
  LET_THROUGH;

  /** What the service says to a call, by its order of checks: key, permission, workspace. */
  static Heard of(TrialToken token, TrialCall call) {
    Optional<Oddity> misfortune = token.misfortune(call);
    if (misfortune.isPresent()) {
      String answer = misfortune.get().answer();
      return CallFault.KEY_REFUSALS.contains(answer)
          ? KEY_REFUSED
          : CallFault.RIGHT_REFUSALS.contains(answer) ? RIGHT_REFUSED : NOISE;
    }
    if (!token.alive) {
      return KEY_REFUSED;
    }
    boolean permitted = token.points.containsAll(call.operation.permissions());
    boolean reached = !call.asksForWorkspace() || !call.namesPlace() || token.reaches(call.place);
    return permitted && reached ? LET_THROUGH : RIGHT_REFUSED;
  }

  /** What the service says to an identity probe. */
  static Heard ofIdentity(TrialToken token, String operation) {
    if (token.identitySilent) {
      return NOISE;
    }
    if (!token.alive) {
      return KEY_REFUSED;
    }
    boolean permitted =
        operation.equals(Identity.WITHOUT_POINT) || token.points.contains(Identity.POINT);
    return permitted ? LET_THROUGH : RIGHT_REFUSED;
  }
}
