package dev.patrol.audit.trial;

import static dev.patrol.audit.trial.Declared.TODAY;

import dev.patrol.model.TokenKind;

/** Dates of a token that is alive and ends neither soon nor too late. */
final class Dates {
  private Dates() {}

  static void healthy(TrialToken token, Dice dice) {
    Declared declared = token.declared;
    if (token.kind == TokenKind.PAT) {
      declared.created = TODAY.minusDays(dice.between(2, 7));
      declared.expires = declared.created.plusDays(29);
    } else if (token.kind == TokenKind.SAT) {
      declared.created = TODAY.minusDays(dice.between(60, 200));
      declared.neverExpires = dice.chance(20);
      declared.expires = declared.neverExpires ? null : TODAY.plusDays(dice.between(40, 200));
    } else {
      boolean jwt = dice.chance(40);
      declared.created = TODAY.minusDays(dice.between(1, 5));
      declared.expires = TODAY.plusDays(1);
      declared.grant = jwt ? "jwt" : dice.oneOf("authorization_code", "pkce", "device");
      declared.appStatus = "enabled";
      declared.refreshExpires = jwt ? null : TODAY.plusDays(20);
    }
  }
}
