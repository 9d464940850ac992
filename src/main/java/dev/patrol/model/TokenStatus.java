package dev.patrol.model;

import java.util.Locale;

/** The state of a token as the console shows it. */
public enum TokenStatus {
  ACTIVE,
  DISABLED,
  REVOKED;

  /** The word used in the inventory, such as {@code active}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
