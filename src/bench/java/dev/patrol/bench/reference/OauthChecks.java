package dev.patrol.bench.reference;

import dev.patrol.model.AppStatus;
import dev.patrol.model.Cause;
import dev.patrol.model.Grant;
import dev.patrol.model.Mark;
import dev.patrol.model.Today;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import java.time.Instant;
import java.util.List;

/** Is the authorization flow complete: {@code 10-key/oauth.drl}. */
final class OauthChecks {
  private static final Mark APP_UNKNOWN =
      Marks.unsure(
          "the inventory does not say whether the OAuth app is enabled, and no call was let"
              + " through");

  private OauthChecks() {}

  static void check(Case dossier) {
    Token token = dossier.token;
    if (token.kind() != TokenKind.OAUTH || dossier.accepted != null) {
      return;
    }
    AppStatus app = token.appStatus();
    if (app == AppStatus.DISABLED) {
      dossier.fail(
          "oauth-app-disabled", "the inventory declares the app of " + token.id() + " as disabled");
    } else if (app == AppStatus.UNINSTALLED) {
      dossier.fail(
          "oauth-app-uninstalled",
          "the inventory declares the app of " + token.id() + " as uninstalled");
    }
    checkEnd(dossier, token);
    if (app == null) {
      dossier.mark(Cause.KEY_OAUTH, APP_UNKNOWN);
    }
  }

  private static void checkEnd(Case dossier, Token token) {
    Today today = dossier.today;
    Instant end = token.expiresAt();
    Instant refreshEnd = token.refreshExpiresAt();
    if (end == null || !today.isPast(end) || (refreshEnd != null && !today.isPast(refreshEnd))) {
      return;
    }
    if (token.grant() == Grant.JWT) {
      dossier.fail(
          "oauth-jwt-over", "it ended on " + today.dateOf(end) + ", " + today.inWords(end));
      return;
    }
    dossier.suspect(
        "oauth-not-renewable",
        refreshEnd == null ? List.of(Cause.KEY_VALIDITY) : List.of(),
        "the access token ended on "
            + today.dateOf(end)
            + ", and "
            + (refreshEnd == null
                ? "no refresh token is declared"
                : "its refresh token ended on " + today.dateOf(refreshEnd)));
  }
}
