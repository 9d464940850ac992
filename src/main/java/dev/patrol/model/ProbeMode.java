package dev.patrol.model;

import java.util.Locale;

/** What the inventory allows to be sent for an endpoint. */
public enum ProbeMode {
  /** Sent only when the operation has no side effect. */
  AUTO,
  /** Sent whatever the operation does: the user's explicit word. */
  ALWAYS,
  NEVER;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The word used in the inventory, such as {@code auto}. */
  public String id() {
    return id;
  }
}
