package dev.patrol.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A workspace that endpoints call, whichever tokens they use: one of the summaries that the last
 * round of rules sees.
 *
 * @param id the workspace's id
 * @param workspace its row of {@code workspaces.csv}, or null when it has none
 * @param tokens the tokens with which it is called, sorted by id
 * @param applications the applications that call it, sorted by name
 * @param endpoints number of endpoints that call it
 * @param failingEndpoints number of those whose verdict is fail
 */
public record WorkspaceUse(
    String id,
    @Nullable Workspace workspace,
    List<TokenUse> tokens,
    List<String> applications,
    int endpoints,
    int failingEndpoints) {
  /** How the keys of all begin. */
  public static final String KEY = "use of workspace ";

  public WorkspaceUse {
    Objects.requireNonNull(id);
    tokens = List.copyOf(tokens);
    applications = List.copyOf(applications);
  }

  /** What tells it from other subjects, such as {@code use of workspace 7501}. */
  public String key() {
    return KEY + id;
  }

  /** The ids of those tokens, sorted. */
  public List<String> tokenIds() {
    return TokenGroup.ids(tokens);
  }

  /** The owners of those tokens as far as they are known, sorted, each once. */
  public List<String> owners() {
    return TokenGroup.owners(tokens);
  }

  /** The environments of those tokens as far as they are known, sorted, each once. */
  public List<String> environments() {
    return TokenGroup.environments(tokens);
  }
}
