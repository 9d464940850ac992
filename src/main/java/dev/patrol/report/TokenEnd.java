package dev.patrol.report;

import dev.patrol.model.Grant;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When somebody must have acted for a token. */
final class TokenEnd {
  private TokenEnd() {}

  /**
   * When a token ends for good, or null when that is not known or never: an OAuth token lives as
   * long as it can be renewed, and one of a JWT is made anew each time.
   */
  static @Nullable Instant of(Token token) {
    if (token.kind() != TokenKind.OAUTH || token.refreshExpiresAt() != null) {
      return token.kind() == TokenKind.OAUTH ? token.refreshExpiresAt() : token.expiresAt();
    }
    return token.grant() == Grant.JWT ? null : token.expiresAt();
  }
}
