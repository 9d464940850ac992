package dev.patrol.inventory;

import dev.patrol.model.AppStatus;
import dev.patrol.model.Grant;
import dev.patrol.model.Scope;
import dev.patrol.model.Site;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import dev.patrol.model.TokenStatus;
import dev.patrol.model.Workspace;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows of {@code tokens.csv} as tokens. */
final class TokenRows implements Roster.Reader<Token> {
  private static final String NEVER = "never";

  private final Roster<Workspace> workspaces;
  private final ZoneId zone;
  private final ListCell lists = new ListCell();

  TokenRows(Roster<Workspace> workspaces, ZoneId zone) {
    this.workspaces = workspaces;
    this.zone = zone;
  }

  @Override
  public @Nullable Token read(Row row, String id) {
    TokenKind kind = row.requiredChoice("kind", TokenKind.values(), TokenKind::id);
    SecretCell secret = SecretCell.of(row);
    if (kind == null) {
      return null;
    }
    Site site = row.choice("site", Site.values(), Site::id);
    Token.Builder token =
        Token.builder(id, kind, row.place())
            .secret(secret.reference())
            .plainSecret(secret.plain())
            .owner(row.text("owner"))
            .ownerEmail(row.word("owner_email"))
            .account(row.word("account"))
            .environment(row.text("environment"))
            .createdAt(row.date("created_at", zone))
            .permissions(lists.read(row, "permissions", false))
            .workspaces(workspaces(row))
            .status(row.choice("status", TokenStatus.values(), TokenStatus::id))
            .site(site == null ? Site.CN : site)
            .grant(row.choice("grant", Grant.values(), Grant::id))
            .appStatus(row.choice("app_status", AppStatus.values(), AppStatus::id))
            .refreshExpiresAt(row.date("refresh_expires_at", zone))
            .attributes(row.attributes());
    if (Characters.trim(row.raw("expires_at")).toLowerCase(Locale.ROOT).equals(NEVER)) {
      return token.neverExpires(true).build();
    }
    return token.expiresAt(row.date("expires_at", zone)).build();
  }

  private Scope workspaces(Row row) {
    Scope scope = lists.read(row, "workspaces", true);
    for (String id : scope.items()) {
      if (workspaces.ordinal(id) < 0) {
        row.report("workspaces", id, workspaces.absence(id));
      }
    }
    return scope;
  }
}
