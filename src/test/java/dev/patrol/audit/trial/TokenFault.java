package dev.patrol.audit.trial;

import static dev.patrol.audit.trial.Declared.TODAY;

import dev.patrol.model.Cause;
import dev.patrol.model.Level;
import dev.patrol.model.Operation;
import dev.patrol.model.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What can be wrong with a token, declared or hidden. */
enum TokenFault {
  OAUTH_APP_DECLARED_OFF {
    @Override
    boolean befalls(TrialToken token, Dice dice) {
      if (token.kind != TokenKind.OAUTH) {
        return false;
      }
      token.declared.appStatus = dice.oneOf("disabled", "uninstalled");
      token.die(Cause.KEY_OAUTH);
      return true;
    }
  },
  OAUTH_APP_HIDDEN_OFF {
    @Override
    boolean befalls(TrialToken token, Dice dice) {
      if (token.kind != TokenKind.OAUTH) {
        return false;
      }
      token.die(Cause.KEY_OAUTH);
      return true;
    }
  },
  OAUTH_NOT_RENEWABLE {
    @Override
    boolean befalls(TrialToken token, Dice dice) {
      if (token.kind != TokenKind.OAUTH) {
        return false;
      }
      token.declared.expires = TODAY.minusDays(dice.between(1, 9));
      token.declared.refreshExpires = dice.chance(50) ? null : TODAY.minusDays(1);
      token.die(Cause.KEY_OAUTH);
      return true;
    }
  },
  EXPIRED {
    @Override
    boolean befalls(TrialToken token, Dice dice) {
      token.declared.neverExpires = false;
      token.declared.expires = TODAY.minusDays(dice.between(1, 20));
      if (token.kind == TokenKind.OAUTH && token.death != Cause.KEY_OAUTH) {
        token.declared.refreshExpires = TODAY.plusDays(20);
      }
      token.die(Cause.KEY_VALIDITY);
      return true;
    }
  },
  SWITCHED_OFF {
    @Override
    boolean befalls(TrialToken token, Dice dice) {
      token.declared.status = dice.oneOf("disabled", "revoked");
      token.die(Cause.KEY_VALIDITY);
      return true;
    }
  },
  PAT_TOO_OLD {
    @Override
    boolean befalls(TrialToken token, Dice dice) {
      if (token.kind != TokenKind.PAT) {
        return false;
      }
      token.declared.created = TODAY.minusDays(dice.between(33, 300));
      token.declared.expires = dice.chance(50) ? null : TODAY.plusDays(40);
      token.die(Cause.KEY_VALIDITY);
      return true;
    }
  },
  DEAD_HIDDEN {
    @Override
    boolean befalls(TrialToken token, Dice dice) {
      token.die(Cause.KEY_VALIDITY);
      return true;
    }
  },
  POINT_DECLARED_MISSING {
    @Override
    boolean befalls(TrialToken token, Dice dice) {
      List<String> needed = needed(token);
      if (needed.isEmpty() || token.declared.points == null) {
        return false;
      }
      String point = dice.oneOf(needed);
      token.points.remove(point);
      token.declared.withoutPoint(point);
      return true;
    }
  },
  POINT_IN_OTHER_CASE {
    @Override
    boolean befalls(TrialToken token, Dice dice) {
      List<String> needed = needed(token);
      if (needed.isEmpty() || token.declared.points == null) {
        return false;
      }
      String point = dice.oneOf(needed);
      String other = point.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + point.substring(1);
      token.points.remove(point);
      token.declared.withoutPoint(point);
      if (!other.equals(point)) {
        token.declared.points.add(other);
      }
      return true;
    }
  },
  POINT_HIDDEN_MISSING {
    @Override
    boolean befalls(TrialToken token, Dice dice) {
      List<String> needed = needed(token);
      if (needed.isEmpty()) {
        return false;
      }
      token.points.remove(dice.oneOf(needed));
      return true;
    }
  },
  ENTERPRISE_POINT_ON_PERSONAL_KEY {
    @Override
    boolean befalls(TrialToken token, Dice dice) {
      if (!token.personal) {
        return false;
      }
      Operation operation =
          dice.oneOf(
              Requests.OPERATIONS.stream().filter(o -> o.level() == Level.ENTERPRISE).toList());
      TrialWorkspace place = dice.oneOf(token.places);
      place.edition = "personal-pro";
      TrialCall call = new Requests(token).call(operation, place);
      call.workspaceCell = place.id;
      token.calls.add(call);
      token.points.removeAll(operation.permissions());
      if (token.declared.points != null && dice.chance(70)) {
        token.declared.points.addAll(operation.permissions());
      }
      return true;
    }
  },
  WORKSPACE_DECLARED_MISSING {
    @Override
    boolean befalls(TrialToken token, Dice dice) {
      String place = dice.oneOf(token.places).id;
      token.covered.remove(place);
      token.declared.withoutWorkspace(place, token.placeIds());
      return true;
    }
  },
  WORKSPACE_HIDDEN_MISSING {
    @Override
    boolean befalls(TrialToken token, Dice dice) {
      token.covered.remove(dice.oneOf(token.places).id);
      return true;
    }
  },
  WORKSPACE_OF_SOMEBODY_ELSE {
    @Override
    boolean befalls(TrialToken token, Dice dice) {
      if (!token.personal || token.kind == TokenKind.OAUTH) {
        return false;
      }
      TrialWorkspace place = dice.oneOf(token.places);
      token.declared.owner = "Owner " + token.seed;
      place.owner = "Somebody " + token.seed;
      place.account = "24599%08d".formatted(token.seed);
      place.edition = "personal-free";
      token.covered.remove(place.id);
      return true;
    }
  },
  WORKSPACE_HANDED_OVER {
    @Override
    boolean befalls(TrialToken token, Dice dice) {
      if (token.kind == TokenKind.OAUTH || (token.kind == TokenKind.SAT && !token.personal)) {
        return false;
      }
      TrialWorkspace place = dice.oneOf(token.places);
      place.ownerSince = TODAY.minusDays(1);
      if (token.declared.created == null) {
        token.declared.created = TODAY.minusDays(4);
      }
      if (token.personal) {
        place.edition = "personal-pro";
      }
      token.handedOver.add(place.id);
      return true;
    }
  };

  /** Injects the fault, unless it cannot befall this token. */
  abstract boolean befalls(TrialToken token, Dice dice);

  private static List<String> needed(TrialToken token) {
    TreeSet<String> needed = new TreeSet<>();
    token.calls.forEach(call -> needed.addAll(call.operation.permissions()));
    needed.retainAll(token.points);
    return new ArrayList<>(needed);
  }
}
