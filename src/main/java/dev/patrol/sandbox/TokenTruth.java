package dev.patrol.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.model.Scope;
import dev.patrol.model.Site;
import dev.patrol.model.TokenKind;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a token, whatever an inventory declares.
 *
 * @param name what the world calls it; shown where its value must not be
 * @param digest SHA-256 of its value, lower case hex
 * @param host the API host that knows it, such as {@code api.coze.cn} or {@code localhost:8888}
 * @param kind personal, service or OAuth
 * @param alive whether it is taken as a token at all
 * @param permissions the permission points it really has
 * @param workspaces the workspaces it really covers
 * @param refusedWorkspaces workspaces it covered until their owner changed
 * @param account personal account or enterprise id that its calls count for
 */
public record TokenTruth(
    String name,
    String digest,
    String host,
    TokenKind kind,
    boolean alive,
    Scope permissions,
    Scope workspaces,
    Set<String> refusedWorkspaces,
    @Nullable String account) {

  public TokenTruth {
    Objects.requireNonNull(name);
    Objects.requireNonNull(digest);
    refusedWorkspaces = Set.copyOf(refusedWorkspaces);
    if (!digest.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("digest must be 64 lower case hex digits");
    }
  }

  /** Whether a resource of the workspace may be touched. */
  boolean reaches(String workspace) {
    return workspaces.covers(workspace) && !refusedWorkspaces.contains(workspace);
  }

  /** A PAT of {@code api.coze.cn} that is alive and may do everything everywhere. */
  public static Builder builder(String name, String value) {
    return new Builder(name, Digests.hex(value.getBytes(UTF_8)));
  }

  static Builder ofDigest(String name, String digest) {
    return new Builder(name, digest);
  }

  /** Takes away from a token that may do everything. */
  public static final class Builder {
    private final String name;
    private final String digest;
    private String host = Site.CN.apiHost();
    private TokenKind kind = TokenKind.PAT;
    private boolean alive = true;
    private Scope permissions = Scope.everything();
    private Scope workspaces = Scope.everything();
    private Collection<String> refusedWorkspaces = List.of();
    private @Nullable String account;

    private Builder(String name, String digest) {
      this.name = name;
      this.digest = digest;
    }

    public Builder host(String value) {
      host = value;
      return this;
    }

    public Builder site(Site value) {
      return host(value.apiHost());
    }

    public Builder kind(TokenKind value) {
      kind = value;
      return this;
    }

    public Builder alive(boolean value) {
      alive = value;
      return this;
    }

    public Builder permissions(Scope value) {
      permissions = value;
      return this;
    }

    public Builder permissions(String... values) {
      return permissions(Scope.of(List.of(values)));
    }

    public Builder workspaces(Scope value) {
      workspaces = value;
      return this;
    }

    public Builder workspaces(String... values) {
      return workspaces(Scope.of(List.of(values)));
    }

    public Builder refusedWorkspaces(Collection<String> values) {
      refusedWorkspaces = values;
      return this;
    }

    public Builder account(@Nullable String value) {
      account = value;
      return this;
    }

    /** The token's truth. */
    public TokenTruth build() {
      return new TokenTruth(
          name,
          digest,
          host,
          kind,
          alive,
          permissions,
          workspaces,
          Set.copyOf(refusedWorkspaces),
          account);
    }
  }
}
