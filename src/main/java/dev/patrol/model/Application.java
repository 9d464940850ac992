package dev.patrol.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of the team's applications with all its endpoints, whichever tokens they use: one of the
 * summaries that the last round of rules sees. Endpoints without application belong to none.
 *
 * @param name its name in the column {@code application}
 * @param tokens the tokens that its endpoints use, sorted by id
 * @param workspaces ids of the workspaces that its endpoints call, sorted
 * @param endpoints number of its endpoints
 * @param failingEndpoints number of its endpoints whose verdict is fail
 */
public record Application(
    String name,
    List<TokenUse> tokens,
    List<String> workspaces,
    int endpoints,
    int failingEndpoints) {
  /** How the keys of all begin. */
  public static final String KEY = "application ";

  public Application {
    Objects.requireNonNull(name);
    tokens = List.copyOf(tokens);
    workspaces = List.copyOf(workspaces);
  }

  /** The ids of its tokens, sorted. */
  public List<String> tokenIds() {
    return TokenGroup.ids(tokens);
  }

  /** The owners of its tokens as far as they are known, sorted, each once. */
  public List<String> owners() {
    return TokenGroup.owners(tokens);
  }

  /** The environments of its tokens as far as they are known, sorted, each once. */
  public List<String> environments() {
    return TokenGroup.environments(tokens);
  }

  /** The earliest end of its tokens, or null when no token has a known end. */
  public @Nullable Instant firstEnd() {
    return tokens.stream()
        .map(use -> use.token().expiresAt())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The latest end of its tokens, or null when a token has no known end. */
  public @Nullable Instant lastEnd() {
    return tokens.stream().anyMatch(use -> use.token().expiresAt() == null)
        ? null
        : tokens.stream()
            .map(use -> use.token().expiresAt())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
  }

  /** What tells it from other subjects, such as {@code application shop}. */
  public String key() {
    return KEY + name;
  }
}
