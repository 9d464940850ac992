package dev.patrol.audit;

import dev.patrol.model.Answer;
import dev.patrol.model.Endpoint;
import dev.patrol.model.ForeignHeader;
import dev.patrol.model.Probed;
import dev.patrol.model.Secret;
import dev.patrol.model.SecretReference;
import dev.patrol.model.Token;
import dev.patrol.secrets.SecretOutcome;
import dev.patrol.secrets.SecretOutcome.Found;
import dev.patrol.secrets.SecretOutcome.Missing;
import dev.patrol.secrets.SecretStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens' values of one run: looks them up, and says of each what rules may know. */
final class Keyring {
  private final SecretStore store;
  private final boolean offline;
  private final Fingerprint fingerprint;

  Keyring(SecretStore store, boolean offline, Fingerprint fingerprint) {
    this.store = store;
    this.offline = offline;
    this.fingerprint = fingerprint;
  }

  /** The token's value; asked once for each token, in the inventory's order. */
  Optional<Secret> secretOf(Token token) {
    return outcome(token) instanceof Found found ? Optional.of(found.secret()) : Optional.empty();
  }

  /**
   * By which an equal value is told, or offline an equal reference; null for a token that has
   * neither.
   */
  @Nullable String fingerprint(Token token) {
    SecretReference reference = token.secret();
    if (reference == null) {
      return null;
    }
    return outcome(token) instanceof Found found
        ? fingerprint.of(found.secret())
        : reference.toString();
  }

  /** Adds what rules may know of the value: why it is missing, and where another stands instead. */
  Probed annotate(Probed probed) {
    SecretOutcome outcome = outcome(probed.dossier().token());
    if (outcome instanceof Found found) {
      return withForeignHeaders(probed, found.secret());
    }
    if (!(outcome instanceof Missing missing)) {
      return probed;
    }
    Answer identity = probed.identity();
    Answer explained =
        new Answer(
            identity.token(),
            null,
            null,
            identity.meaning(),
            identity.probe(),
            null,
            null,
            null,
            missing.reason(),
            null,
            null);
    return new Probed(probed.dossier(), explained, probed.answers(), null);
  }

  private static Probed withForeignHeaders(Probed probed, Secret secret) {
    List<ForeignHeader> foreign =
        probed.dossier().endpoints().stream()
            .filter(Endpoint::headerHoldsToken)
            .filter(endpoint -> !secret.occursIn(endpoint.authorization()))
            .map(endpoint -> new ForeignHeader(endpoint.id()))
            .toList();
    return foreign.isEmpty()
        ? probed
        : new Probed(
            probed.dossier(), probed.identity(), probed.answers(), probed.secretPrefix(), foreign);
  }

  private @Nullable SecretOutcome outcome(Token token) {
    SecretReference reference = token.secret();
    return reference == null || offline ? null : store.resolve(reference);
  }
}
