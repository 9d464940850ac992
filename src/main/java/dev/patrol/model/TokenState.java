package dev.patrol.model;

import java.util.Locale;

/** A token's state, as far as it is known. */
public enum TokenState {
  VALID,
  EXPIRING,
  EXPIRED,
  INVALID,
  UNKNOWN;

  /** The word used in reports, such as {@code expiring}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
