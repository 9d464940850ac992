package dev.patrol.model;

import java.util.Locale;

/**
 * What an answer says, after the vendor's code, message and HTTP status have been looked up; see
 * {@code dev.patrol.catalog.AnswerCodes}.
 */
public enum Meaning {
  /** The call succeeded. */
  ACCEPTED,
  /** The token is not taken as a token: mistyped, expired, deleted, or of the other site. */
  KEY_REFUSED,
  /** The token is known, but may not do this or not here; the answer does not say which. */
  RIGHT_REFUSED,
  /** An authentication code whose message does not tell whether the key or its rights are meant. */
  AUTH_REFUSED,
  /** The host does not know the path. */
  WRONG_PATH,
  /** A self-hosted installation does not offer the operation through its open API. */
  NOT_OFFERED,
  /** A parameter or field is missing or malformed. */
  WRONG_PARAMETER,
  /** The bot, conversation, file or other resource is the trouble. */
  RESOURCE,
  /** A limit, balance or allowance is used up. */
  QUOTA,
  /** The vendor's risk control stopped the call. */
  RISK_CONTROL,
  /** The service failed, or what came back cannot be read. */
  SERVICE,
  /** Nothing was sent. */
  NOT_ASKED;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The word used in the catalog's table of codes, such as {@code key-refused}. */
  public String id() {
    return id;
  }

  /**
   * Whether the service took the token as a token. It checks in the order path, key, permission,
   * workspace, parameters, resource, so whatever comes after the key proves the key.
   */
  public boolean provesKey() {
    return this == RIGHT_REFUSED || provesRight();
  }

  /** Whether the service found permission point and workspace in order; see {@link #provesKey}. */
  public boolean provesRight() {
    return this == ACCEPTED || this == WRONG_PARAMETER || this == RESOURCE;
  }

  /** Whether the service speaks of something else than the token's rights. */
  public boolean clearsRights() {
    return provesRight() || this == QUOTA || this == RISK_CONTROL;
  }

  /** Whether the service has said nothing: it was not asked, or it failed. */
  public boolean isSilent() {
    return this == SERVICE || this == NOT_ASKED;
  }

  /** Whether this is one of the answers that the guide is about: 4100, 4101 and their kin. */
  public boolean refusesAuthentication() {
    return this == KEY_REFUSED || this == RIGHT_REFUSED || this == AUTH_REFUSED;
  }
}
