package dev.patrol.catalog;

import dev.patrol.model.Operation;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells apart the operations that share the path of the token endpoint. */
final class GrantTypes {
  private static final Comparator<Operation> LEAST_DEMANDING =
      Comparator.comparingInt((Operation operation) -> operation.requiredBody().size())
          .thenComparing(Operation::id);

  private GrantTypes() {}

  /**
   * Picks by the body's grant type, and the operation with the fewest required fields where that
   * does not tell.
   *
   * @param candidates at least one operation
   */
  static Operation choose(List<Operation> candidates, JsonBody body) {
    String meant = operation(body.text("grant_type"), body.text("code_verifier") != null);
    return candidates.stream()
        .filter(candidate -> candidate.id().equals(meant))
        .findFirst()
        .orElseGet(() -> candidates.stream().min(LEAST_DEMANDING).orElseThrow());
  }

  private static String operation(@Nullable String grantType, boolean verified) {
    return switch (grantType == null ? "" : grantType.strip()) {
      case "authorization_code" -> verified ? "oauth-token-pkce" : "oauth-token-code";
      case "refresh_token" -> "oauth-token-refresh";
      case "urn:ietf:params:oauth:grant-type:device_code" -> "oauth-token-device";
      case "urn:ietf:params:oauth:grant-type:jwt-bearer" -> "oauth-token-jwt";
      default -> "";
    };
  }
}
