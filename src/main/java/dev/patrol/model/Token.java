package dev.patrol.model;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An access token the team holds, as a row of {@code tokens.csv} declares it. Nothing here was
 * asked of the service; what it said stands in {@link Answer}.
 *
 * @param id the token's name in the inventory; never its value
 * @param kind personal, service or OAuth
 * @param secret where its value is kept, or null when it is declared only
 * @param plainSecret whether the inventory holds the value itself, which it must not
 * @param owner who holds it
 * @param ownerEmail how to reach the owner
 * @param account personal account or enterprise id
 * @param environment production, staging, test and so on
 * @param createdAt when it was made
 * @param expiresAt when it ends, or null when not known or never
 * @param neverExpires whether it is declared to have no end
 * @param permissions its permission points
 * @param workspaces its workspaces
 * @param status its state in the console, or null when not known
 * @param site the vendor's site it was made on
 * @param grant the OAuth flow it came from, for OAuth only
 * @param appStatus the state of its OAuth app, for OAuth only
 * @param refreshExpiresAt when its refresh token ends, for OAuth only
 * @param attributes the cells of columns that the contract does not name
 * @param place where the row stands
 */
public record Token(
    String id,
    TokenKind kind,
    @Nullable SecretReference secret,
    boolean plainSecret,
    @Nullable String owner,
    @Nullable String ownerEmail,
    @Nullable String account,
    @Nullable String environment,
    @Nullable Instant createdAt,
    @Nullable Instant expiresAt,
    boolean neverExpires,
    Scope permissions,
    Scope workspaces,
    @Nullable TokenStatus status,
    Site site,
    @Nullable Grant grant,
    @Nullable AppStatus appStatus,
    @Nullable Instant refreshExpiresAt,
    Map<String, String> attributes,
    Place place) {

  public Token {
    Objects.requireNonNull(id);
    Objects.requireNonNull(kind);
    attributes = Map.copyOf(attributes);
    if (neverExpires && expiresAt != null) {
      throw new IllegalArgumentException("a token either ends or never expires");
    }
  }

  /** Whether the inventory says that the token is disabled, revoked or past its end. */
  public boolean declaredOver(Today today) {
    return status == TokenStatus.DISABLED
        || status == TokenStatus.REVOKED
        || (expiresAt != null && today.isPast(expiresAt));
  }

  /** Whose quota its requests count against: its account, or its own id where that is not known. */
  public String payer() {
    return account == null ? id : account;
  }

  /** A token of which only name and kind are known, to be filled in. */
  public static Builder builder(String id, TokenKind kind, Place place) {
    return new Builder(id, kind, place);
  }

  /** Fills in what the inventory says about a token; everything not said stays unknown. */
  public static final class Builder {
    private final String id;
    private final TokenKind kind;
    private final Place place;
    private @Nullable SecretReference secret;
    private boolean plainSecret;
    private @Nullable String owner;
    private @Nullable String ownerEmail;
    private @Nullable String account;
    private @Nullable String environment;
    private @Nullable Instant createdAt;
    private @Nullable Instant expiresAt;
    private boolean neverExpires;
    private Scope permissions = Scope.unknown();
    private Scope workspaces = Scope.unknown();
    private @Nullable TokenStatus status;
    private Site site = Site.CN;
    private @Nullable Grant grant;
    private @Nullable AppStatus appStatus;
    private @Nullable Instant refreshExpiresAt;
    private Map<String, String> attributes = Map.of();

    private Builder(String id, TokenKind kind, Place place) {
      this.id = id;
      this.kind = kind;
      this.place = place;
    }

    public Builder secret(@Nullable SecretReference value) {
      secret = value;
      return this;
    }

    public Builder plainSecret(boolean value) {
      plainSecret = value;
      return this;
    }

    public Builder owner(@Nullable String value) {
      owner = value;
      return this;
    }

    public Builder ownerEmail(@Nullable String value) {
      ownerEmail = value;
      return this;
    }

    public Builder account(@Nullable String value) {
      account = value;
      return this;
    }

    public Builder environment(@Nullable String value) {
      environment = value;
      return this;
    }

    public Builder createdAt(@Nullable Instant value) {
      createdAt = value;
      return this;
    }

    public Builder expiresAt(@Nullable Instant value) {
      expiresAt = value;
      return this;
    }

    public Builder neverExpires(boolean value) {
      neverExpires = value;
      return this;
    }

    public Builder permissions(Scope value) {
      permissions = value;
      return this;
    }

    public Builder workspaces(Scope value) {
      workspaces = value;
      return this;
    }

    public Builder status(@Nullable TokenStatus value) {
      status = value;
      return this;
    }

    public Builder site(Site value) {
      site = value;
      return this;
    }

    public Builder grant(@Nullable Grant value) {
      grant = value;
      return this;
    }

    public Builder appStatus(@Nullable AppStatus value) {
      appStatus = value;
      return this;
    }

    public Builder refreshExpiresAt(@Nullable Instant value) {
      refreshExpiresAt = value;
      return this;
    }

    public Builder attributes(Map<String, String> value) {
      attributes = value;
      return this;
    }

    /** The token. */
    public Token build() {
      return new Token(
          id,
          kind,
          secret,
          plainSecret,
          owner,
          ownerEmail,
          account,
          environment,
          createdAt,
          expiresAt,
          neverExpires,
          permissions,
          workspaces,
          status,
          site,
          grant,
          appStatus,
          refreshExpiresAt,
          attributes,
          place);
    }
  }
}
