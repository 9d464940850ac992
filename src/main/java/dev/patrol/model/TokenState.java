package dev.patrol.model;

import java.util.Locale;

/** A token's state, as far as it is known. */
public enum TokenState {
  VALID,
  EXPIRING,
  EXPIRED,
  INVALID,
  UNKNOWN;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** Whether the token is expired or invalid, so that none of its endpoints can work. */
  public boolean isDead() {
    return this == EXPIRED || this == INVALID;
  }

  /** The word used in reports, such as {@code expiring}. */
  public String id() {
    return id;
  }
}
