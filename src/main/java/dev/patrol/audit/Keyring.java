package dev.patrol.audit;

import dev.patrol.model.Answer;
import dev.patrol.model.Endpoint;
import dev.patrol.model.ForeignHeader;
import dev.patrol.model.Probed;
import dev.patrol.model.Secret;
import dev.patrol.model.SecretReference;
import dev.patrol.model.SharedSecret;
import dev.patrol.model.Token;
import dev.patrol.secrets.SecretOutcome;
import dev.patrol.secrets.SecretOutcome.Found;
import dev.patrol.secrets.SecretOutcome.Missing;
import dev.patrol.secrets.SecretStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tokens' values of one run: looks them up, and remembers of each only which tokens share it
 * and why it is missing. For one thread.
 */
final class Keyring {
  private final SecretStore store;
  private final boolean offline;
  private final Fingerprint fingerprint = new Fingerprint();
  private final Map<String, List<Token>> holders = new LinkedHashMap<>();

  Keyring(SecretStore store, boolean offline) {
    this.store = store;
    this.offline = offline;
  }

  /** The token's value; asked once for each token, in the inventory's order. */
  Optional<Secret> secretOf(Token token) {
    return outcome(token) instanceof Found found ? Optional.of(found.secret()) : Optional.empty();
  }

  /** Notes under which tokens the value, or offline the reference, stands. */
  void note(Token token) {
    SecretReference reference = token.secret();
    if (reference != null) {
      String key =
          outcome(token) instanceof Found found
              ? fingerprint.of(found.secret())
              : reference.toString();
      holders.computeIfAbsent(key, k -> new ArrayList<>(1)).add(token);
    }
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

  /** Secrets under several token ids, in the inventory's order. */
  List<SharedSecret> shared() {
    return holders.values().stream()
        .filter(tokens -> tokens.size() > 1)
        .map(SharedSecret::new)
        .toList();
  }

  private @Nullable SecretOutcome outcome(Token token) {
    SecretReference reference = token.secret();
    return reference == null || offline ? null : store.resolve(reference);
  }
}
