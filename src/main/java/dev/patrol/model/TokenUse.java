package dev.patrol.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A token as a whole after it was judged, with what it is used for: how the last round of rules
 * sees tokens.
 *
 * @param token the token, as the inventory declares it
 * @param state its state tonight
 * @param applications the applications that use it, sorted by name
 * @param workspaces ids of the workspaces that its endpoints call, sorted
 * @param endpoints number of its endpoints
 * @param failingEndpoints number of its endpoints whose verdict is fail
 */
public record TokenUse(
    Token token,
    TokenState state,
    List<String> applications,
    List<String> workspaces,
    int endpoints,
    int failingEndpoints) {
  public TokenUse {
    Objects.requireNonNull(token);
    applications = List.copyOf(applications);
    workspaces = List.copyOf(workspaces);
  }

  /** The token's id. */
  public String id() {
    return token.id();
  }

  /** The token's kind. */
  public TokenKind kind() {
    return token.kind();
  }

  /** Who holds the token, or null when not known. */
  public @Nullable String owner() {
    return token.owner();
  }

  /** Whether the token is expired or invalid tonight. */
  public boolean dead() {
    return state.isDead();
  }
}
