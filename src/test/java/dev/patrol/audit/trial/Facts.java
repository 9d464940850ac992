package dev.patrol.audit.trial;

import dev.patrol.model.Cause;
import dev.patrol.model.Level;
import dev.patrol.model.TokenKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the inventory alone says about a token's key, read by the guide. */
final class Facts {
  /** What is declared of a point or a workspace. */
  enum Word {
    HELD,
    LACKED,
    UNKNOWN
  }

  private final TrialToken token;
  private final Declared declared;

  Facts(TrialToken token) {
    this.token = token;
    this.declared = token.declared;
  }

  /** Why the key is dead, if it is: what is declared, else whatever fits. */
  Set<Cause> deaths() {
    List<Cause> reasons = new ArrayList<>();
    boolean oauth = token.kind == TokenKind.OAUTH;
    if (oauth && (declared.isAppOff() || (declared.isOver() && !declared.isRenewable()))) {
      reasons.add(Cause.KEY_OAUTH);
    } else if (declared.isSwitchedOff()
        || declared.isOver()
        || (token.kind == TokenKind.PAT && declared.isOlderThanAnyPat())) {
      reasons.add(Cause.KEY_VALIDITY);
    }
    return reasons.isEmpty() ? Set.of() : EnumSet.copyOf(reasons);
  }

  /** Every death that fits what is declared. */
  Set<Cause> possibleDeaths() {
    if (!deaths().isEmpty()) {
      return deaths();
    }
    return token.kind == TokenKind.OAUTH
        ? EnumSet.of(Cause.KEY_OAUTH, Cause.KEY_VALIDITY)
        : EnumSet.of(Cause.KEY_VALIDITY);
  }

  Word alive() {
    if (!deaths().isEmpty()) {
      return Word.LACKED;
    }
    return declared.neverExpires || declared.expires != null ? Word.HELD : Word.UNKNOWN;
  }

  Word point(String point) {
    boolean beyondEdition =
        token.calls.stream()
            .anyMatch(
                call ->
                    call.operation.level() == Level.ENTERPRISE
                        && call.operation.permissions().contains(point)
                        && call.place.declaredPersonal());
    if (beyondEdition) {
      return Word.LACKED;
    }
    if (declared.points == null) {
      return Word.UNKNOWN;
    }
    return declared.points.contains(point) ? Word.HELD : Word.LACKED;
  }

  /** Null is a workspace of which the inventory does not say which it is. */
  Word place(@Nullable TrialWorkspace place) {
    if (place != null && (isSomebodyElses(place) || isHandedOver(place))) {
      return Word.LACKED;
    }
    return list(place);
  }

  /** Whether the workspace is declared to have a new owner since the token was made for it. */
  boolean isHandedOver(TrialWorkspace place) {
    boolean ends =
        token.kind == TokenKind.PAT || (token.kind == TokenKind.SAT && place.declaredPersonal());
    return ends
        && declared.created != null
        && place.ownerSince != null
        && place.ownerSince.isAfter(declared.created)
        && list(place) != Word.LACKED;
  }

  private boolean isSomebodyElses(TrialWorkspace place) {
    return token.kind != TokenKind.OAUTH
        && place.declaredPersonal()
        && !place.owner.isEmpty()
        && !declared.owner.isEmpty()
        && !place.owner.equals(declared.owner);
  }

  private Word list(@Nullable TrialWorkspace place) {
    if (declared.everyWorkspace) {
      return Word.HELD;
    }
    if (declared.workspaces == null || place == null) {
      return Word.UNKNOWN;
    }
    return declared.workspaces.contains(place.id) ? Word.HELD : Word.LACKED;
  }
}
