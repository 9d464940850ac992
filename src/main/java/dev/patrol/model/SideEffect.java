package dev.patrol.model;

import java.util.Locale;

/** What calling an operation does besides answering. */
public enum SideEffect {
  NONE,
  WRITE,
  COST;

  /** The word used in the catalog, such as {@code write}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
