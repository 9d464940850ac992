package dev.patrol.bench.reference;

import dev.patrol.model.Cause;
import dev.patrol.model.KeyAccepted;
import dev.patrol.model.Mark;
import dev.patrol.model.Today;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import dev.patrol.model.TokenStatus;
import dev.patrol.model.Workspace;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Is the key alive: {@code 10-key/validity.drl}. */
final class ValidityChecks {
  private static final Mark NO_END = Marks.pass("declared to have no end");
  private static final Mark UNKNOWN =
      Marks.unsure("no end is declared, and the service has not said whether it takes the key");

  private final Case dossier;
  private final Token token;
  private final Today today;

  ValidityChecks(Case dossier) {
    this.dossier = dossier;
    token = dossier.token;
    today = dossier.today;
  }

  /** Which workspaces got a new owner who voids the token there. */
  void concludeHandOvers() {
    Instant made = token.createdAt();
    if (token.kind() == TokenKind.OAUTH || made == null) {
      return;
    }
    for (Call call : dossier.calls) {
      Workspace place = call.place;
      if (place != null
          && place.ownerSince() != null
          && place.ownerSince().isAfter(made)
          && today.isPast(place.ownerSince())
          && (token.kind() == TokenKind.PAT || place.personalEdition())
          && !token.workspaces().excludes(place.id())
          && !dossier.holdsWorkspace(place.id())) {
        dossier.handedOver.add(place.id());
      }
    }
  }

  /** Calls that ask for no workspace go on as before. */
  void checkHandOver(Call call) {
    Workspace place = call.place;
    Instant made = token.createdAt();
    if (place == null
        || made == null
        || !dossier.handedOver.contains(place.id())
        || !call.livesInWorkspace()
        || call.answer.clearsWorkspace(call.endpoint)) {
      return;
    }
    Instant since = place.ownerSince();
    dossier.fail(
        call,
        "workspace-changed-hands",
        "the token was made on "
            + today.dateOf(made)
            + "; workspace "
            + place.id()
            + " has had a new owner"
            + (place.owner() == null ? "" : ", " + place.owner() + ",")
            + " since "
            + (since == null ? "" : today.dateOf(since)));
  }

  void checkDeclared() {
    Instant end = token.expiresAt();
    if (dossier.accepted == null) {
      checkEnd(end);
      TokenStatus status = token.status();
      if (status == TokenStatus.DISABLED || status == TokenStatus.REVOKED) {
        dossier.fail("token-switched-off", "the inventory declares its status as " + status.id());
      }
      checkAge(end);
    }
    String prefix = dossier.probed.secretPrefix();
    if (prefix != null && !token.kind().prefixes().contains(prefix)) {
      dossier.warn(
          "prefix-unusual",
          "it is declared as "
              + token.kind().id()
              + ", whose values begin with "
              + String.join(" or ", token.kind().prefixes())
              + "; this one begins with "
              + prefix);
    }
    markLife(end);
  }

  private void checkEnd(@Nullable Instant end) {
    Instant refreshEnd = token.refreshExpiresAt();
    if (end != null
        && today.isPast(end)
        && (token.kind() != TokenKind.OAUTH || (refreshEnd != null && !today.isPast(refreshEnd)))) {
      dossier.fail("token-expired", "it ended on " + today.dateOf(end) + ", " + today.inWords(end));
    }
  }

  private void checkAge(@Nullable Instant end) {
    Instant latest = dossier.policy.latestEnd(token);
    Instant made = token.createdAt();
    if (latest != null
        && made != null
        && today.isPast(latest)
        && (end == null || !today.isPast(end))) {
      dossier.fail(
          "pat-too-old",
          "it was made on "
              + today.dateOf(made)
              + "; a PAT lives "
              + dossier.policy.patLifetimeDays()
              + " days at most");
    }
  }

  private void markLife(@Nullable Instant end) {
    KeyAccepted accepted = dossier.accepted;
    if (accepted != null) {
      if (accepted.proven() || !token.declaredOver(today)) {
        String how =
            accepted.proven()
                ? "the service let a call with it through: "
                : "the service knows it: ";
        dossier.mark(Cause.KEY_VALIDITY, Marks.pass(how + accepted.evidence()));
      } else {
        dossier.mark(
            Cause.KEY_VALIDITY,
            Marks.unsure(
                "it is declared to be over, yet the service knows it: " + accepted.evidence()));
      }
    } else if (dossier.refused == null) {
      if (token.neverExpires()) {
        dossier.mark(Cause.KEY_VALIDITY, NO_END);
      } else if (end == null) {
        dossier.mark(Cause.KEY_VALIDITY, UNKNOWN);
      } else if (!today.isPast(end)) {
        dossier.mark(Cause.KEY_VALIDITY, Marks.pass("declared valid until " + today.dateOf(end)));
      }
    }
  }

  /** A refusal is told when no declared fact explains it. */
  void checkRefusal() {
    if (dossier.refused != null && !dossier.hasFailed()) {
      dossier.suspect(
          "key-refused",
          token.kind() == TokenKind.OAUTH ? List.of(Cause.KEY_OAUTH) : List.of(),
          "the service answered " + dossier.refused.evidence());
    }
  }
}
