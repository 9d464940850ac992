package dev.patrol.bench.reference;

import dev.patrol.model.Policy;
import dev.patrol.model.Severity;
import dev.patrol.model.Today;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What ends soon, and what should end and does not: {@code 70-hygiene/expiry.drl}. */
final class ExpiryChecks {
  private final Case dossier;
  private final Token token;
  private final Today today;
  private final Policy policy;
  private final @Nullable Instant latest;

  ExpiryChecks(Case dossier) {
    this.dossier = dossier;
    token = dossier.token;
    today = dossier.today;
    policy = dossier.policy;
    latest = policy.latestEnd(token);
  }

  void check() {
    if (!dossier.hasFailed()) {
      warnOfEnd();
    }
    checkDeclaredEnd();
    if (token.kind() == TokenKind.SAT && token.neverExpires()) {
      dossier.warn("sat-never-expires", "it is declared to have no end");
    }
    if (token.kind() == TokenKind.PAT && policy.isProduction(token.environment())) {
      dossier.warn("pat-in-production", "its environment is " + token.environment());
    }
  }

  private void warnOfEnd() {
    Instant end = token.expiresAt();
    Instant refreshEnd = token.refreshExpiresAt();
    if (token.kind() == TokenKind.OAUTH) {
      if (refreshEnd != null) {
        warn("refresh-token-expiring", refreshEnd, "its refresh token ends on ");
      }
    } else if (end != null) {
      warn("token-expiring", end, "it ends on ");
    }
    Instant made = token.createdAt();
    if (end == null && latest != null && made != null) {
      Severity urgency = urgency(latest);
      if (urgency != null) {
        dossier.warn(
            "pat-expiring-unnoted",
            urgency,
            latest,
            "made on "
                + today.dateOf(made)
                + ", it ends by "
                + today.dateOf(latest)
                + " at the latest, "
                + today.inWords(latest));
      }
    }
  }

  private void warn(String rule, Instant end, String beginning) {
    Severity urgency = urgency(end);
    if (urgency != null) {
      dossier.warn(rule, urgency, end, beginning + today.dateOf(end) + ", " + today.inWords(end));
    }
  }

  private @Nullable Severity urgency(Instant end) {
    return today.isPast(end) ? null : policy.urgency(today.daysUntil(end));
  }

  private void checkDeclaredEnd() {
    Instant end = token.expiresAt();
    Instant made = token.createdAt();
    if (latest == null || made == null) {
      return;
    }
    boolean late = end != null && today.dateOf(end).isAfter(today.dateOf(latest).plusDays(1));
    if (late || token.neverExpires()) {
      dossier.warn(
          "pat-end-too-late",
          "made on "
              + today.dateOf(made)
              + ", a PAT ends by "
              + today.dateOf(latest)
              + "; declared is "
              + (end == null ? "no end" : today.dateOf(end)));
    }
  }
}
