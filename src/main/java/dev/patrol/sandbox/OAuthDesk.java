package dev.patrol.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patrol.catalog.RequestCheck;
import dev.patrol.model.Operation;
import java.util.Optional;
import java.util.Set;

/**
 * Answers at the OAuth endpoints. A world has no OAuth apps, so that every client is a bad one:
 * what comes back is always an error of OAuth's own shape.
 */
final class OAuthDesk {
  private static final String JWT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final Set<String> GRANTS =
      Set.of(
          "authorization_code",
          "refresh_token",
          "urn:ietf:params:oauth:grant-type:device_code",
          JWT);

  private OAuthDesk() {}

  static Reply reply(Call call, Operation operation, RequestCheck check, String logid) {
    Recordings recordings = Recordings.standard();
    String grant = Json.object(call.body()).path("grant_type").asText();
    boolean tokenEndpoint = operation.path().endsWith("/token");
    if (tokenEndpoint && !grant.isEmpty() && !GRANTS.contains(grant)) {
      return described(
          recordings.get("oauth-err-unsupported-grant-type"),
          logid,
          "not supported grant type: " + grant);
    }
    Optional<String> missing = check.inBody().missing().stream().findFirst();
    if (missing.isPresent()) {
      return described(
          recordings.get("oauth-err-invalid-request"), logid, "invalid request: " + missing.get());
    }
    return recordings
        .get(grant.equals(JWT) ? "oauth-err-invalid-client-kid" : "oauth-err-invalid-client")
        .reply(logid);
  }

  private static Reply described(Recording recording, String logid, String message) {
    return recording.reply(logid, (ObjectNode body) -> body.put("error_message", message));
  }
}
