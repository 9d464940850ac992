package dev.patrol.bench.dossier;

import dev.patrol.model.AppStatus;
import dev.patrol.model.TokenKind;
import dev.patrol.model.TokenStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What can be wrong with a token. */
enum TokenFault {
  EXPIRED {
    @Override
    void befall(MadeToken token, Instant now, Dice dice) {
      token.expiresAt = now.minus(Duration.ofDays(dice.between(0, 40)));
      token.refreshExpiresAt = dice.chance(50) ? null : token.refreshExpiresAt;
      DEAD.befall(token, now, dice);
    }
  },
  SWITCHED_OFF {
    @Override
    void befall(MadeToken token, Instant now, Dice dice) {
      token.status = dice.chance(50) ? TokenStatus.DISABLED : TokenStatus.REVOKED;
      DEAD.befall(token, now, dice);
    }
  },
  APP_OFF {
    @Override
    void befall(MadeToken token, Instant now, Dice dice) {
      if (token.kind == TokenKind.OAUTH) {
        token.appStatus = dice.oneOf(List.of(AppStatus.DISABLED, AppStatus.UNINSTALLED));
      }
      DEAD.befall(token, now, dice);
    }
  },
  DEAD {
    @Override
    void befall(MadeToken token, Instant now, Dice dice) {
      token.reply = dice.oneOf(Reply.BAD_KEY);
    }
  },
  LIES {
    @Override
    void befall(MadeToken token, Instant now, Dice dice) {
      token.expiresAt = now.minus(Duration.ofDays(dice.between(1, 9)));
    }
  },
  POINT {
    @Override
    void befall(MadeToken token, Instant now, Dice dice) {
      MadeCall call = dice.oneOf(token.calls);
      token.refusedPoints.addAll(call.operation.permissions());
      if (dice.chance(50)) {
        token.points.removeAll(call.operation.permissions());
      } else if (dice.chance(30)) {
        token.pointsKnown = false;
      }
    }
  },
  SPACE {
    @Override
    void befall(MadeToken token, Instant now, Dice dice) {
      String space = dice.oneOf(token.calls).space;
      token.refusedSpaces.add(space);
      if (dice.chance(50)) {
        token.undeclaredSpaces.add(space);
      } else if (dice.chance(50)) {
        token.spacesKnown = false;
      }
    }
  },
  UNHEARD {
    @Override
    void befall(MadeToken token, Instant now, Dice dice) {
      token.hasSecret = false;
      token.pointsKnown = dice.chance(50);
      token.spacesKnown = dice.chance(50);
      token.expiresAt = dice.chance(50) ? null : token.expiresAt;
    }
  },
  UNCLEAR {
    @Override
    void befall(MadeToken token, Instant now, Dice dice) {
      token.reply = Reply.UNCLEAR;
    }
  },
  OUTAGE {
    @Override
    void befall(MadeToken token, Instant now, Dice dice) {
      token.reply = Reply.SILENCE;
    }
  },
  ENDING {
    @Override
    void befall(MadeToken token, Instant now, Dice dice) {
      Instant end = now.plus(Duration.ofDays(dice.between(0, 13)));
      token.expiresAt = token.kind == TokenKind.OAUTH ? now.plusSeconds(600) : end;
      token.refreshExpiresAt = token.refreshExpiresAt == null ? null : end;
    }
  },
  UNNOTED {
    @Override
    void befall(MadeToken token, Instant now, Dice dice) {
      token.expiresAt = null;
      token.createdAt = dice.chance(20) ? null : now.minus(Duration.ofDays(dice.between(1, 40)));
    }
  },
  CARELESS {
    @Override
    void befall(MadeToken token, Instant now, Dice dice) {
      token.neverExpires = dice.chance(40);
      token.plainSecret = dice.chance(20);
      token.everyWorkspace = dice.chance(40);
      token.environment = dice.chance(50) ? "production" : null;
      token.owner = dice.chance(30) ? null : token.owner;
      token.ownerEmail = dice.chance(30) ? null : token.ownerEmail;
      token.prefix = dice.chance(30) ? "cztei_" : token.prefix;
      token.points.add("listWorkspace");
    }
  };

  /** Is wrong with the token and its calls from now on. */
  abstract void befall(MadeToken token, Instant now, Dice dice);
}
