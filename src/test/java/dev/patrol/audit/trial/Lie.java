package dev.patrol.audit.trial;

import static dev.patrol.audit.trial.Declared.TODAY;

import dev.patrol.model.TokenKind;

/** An untrue declaration that makes a sound token look worse, or says more than it may. */
enum Lie {
  POINT_UNDECLARED {
    @Override
    boolean isTold(TrialToken token, Dice dice) {
      if (token.declared.points == null) {
        return false;
      }
      token.declared.withoutPoint(dice.oneOf(token.declared.points.stream().toList()));
      return true;
    }
  },
  WORKSPACE_UNDECLARED {
    @Override
    boolean isTold(TrialToken token, Dice dice) {
      token.declared.withoutWorkspace(dice.oneOf(token.places).id, token.placeIds());
      return token.declared.workspaces != null;
    }
  },
  IDENTITY_POINT_DECLARED {
    @Override
    boolean isTold(TrialToken token, Dice dice) {
      return token.declared.points != null
          && !token.points.contains("listWorkspace")
          && token.declared.points.add("listWorkspace");
    }
  },
  DECLARED_OVER {
    @Override
    boolean isTold(TrialToken token, Dice dice) {
      token.declared.neverExpires = false;
      token.declared.expires = TODAY.minusDays(dice.between(1, 9));
      return token.alive;
    }
  },
  DECLARED_OFF {
    @Override
    boolean isTold(TrialToken token, Dice dice) {
      token.declared.status = dice.oneOf("disabled", "revoked");
      return token.alive;
    }
  },
  APP_DECLARED_OFF {
    @Override
    boolean isTold(TrialToken token, Dice dice) {
      if (token.kind != TokenKind.OAUTH || !token.alive) {
        return false;
      }
      token.declared.appStatus = dice.oneOf("disabled", "uninstalled");
      return true;
    }
  },
  OWNER_DECLARED_NEW {
    @Override
    boolean isTold(TrialToken token, Dice dice) {
      if (token.declared.created == null) {
        return false;
      }
      dice.oneOf(token.places).ownerSince = TODAY.minusDays(1);
      return true;
    }
  };

  /** Tells it, unless it cannot be told of this token. */
  abstract boolean isTold(TrialToken token, Dice dice);
}
