package dev.patrol.model;

import java.util.Locale;

/** The state of the OAuth app that a token belongs to. */
public enum AppStatus {
  ENABLED,
  DISABLED,
  UNINSTALLED;

  /** The word used in the inventory, such as {@code enabled}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
