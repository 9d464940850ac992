package dev.patrol.model;

import java.util.Locale;

/** Where a permission point is granted. */
public enum Level {
  /** For selected workspaces. */
  WORKSPACE,
  /** For the account's conversations, files and voices, whatever workspaces are selected. */
  ACCOUNT,
  /** For the whole enterprise, by its admins only. */
  ENTERPRISE,
  UNKNOWN;

  /** The word used in the catalog, such as {@code workspace}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
