package dev.patrol.probe;

import dev.patrol.model.Dossier;
import dev.patrol.model.Secret;
import dev.patrol.model.TokenKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are sent for a dossier, and for what.
 *
 * @param dossier the token and its endpoints
 * @param secret the token's value; there whenever there are requests
 * @param requests the requests in the order in which they are sent, the identity probe first
 * @param identity what is done about the token's identity
 * @param endpoints what is done about each endpoint, in the dossier's order
 */
public record DossierPlan(
    Dossier dossier,
    Optional<Secret> secret,
    List<PlannedRequest> requests,
    Decision identity,
    List<Decision> endpoints) {
  public DossierPlan {
    requests = List.copyOf(requests);
    endpoints = List.copyOf(endpoints);
    if (endpoints.size() != dossier.endpoints().size()) {
      throw new IllegalArgumentException(
          dossier.endpoints().size() + " endpoints need as many decisions");
    }
    if (secret.isEmpty() && !requests.isEmpty()) {
      throw new IllegalArgumentException("requests need a secret");
    }
  }

  /** Whose quota the requests count against. */
  public String account() {
    return dossier.token().payer();
  }

  /** The well-known beginning of the token's value, or null when there is none or no value. */
  @Nullable String secretPrefix() {
    return secret
        .flatMap(
            value ->
                Arrays.stream(TokenKind.values())
                    .flatMap(kind -> kind.prefixes().stream())
                    .filter(prefix -> value.unwrap().startsWith(prefix))
                    .findFirst())
        .orElse(null);
  }
}
