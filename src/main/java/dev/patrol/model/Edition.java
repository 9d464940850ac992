package dev.patrol.model;

import java.util.Locale;

/** The edition that a workspace is run under. */
public enum Edition {
  PERSONAL_FREE,
  PERSONAL_PRO,
  TEAM,
  ENTERPRISE;

  /** The word used in the inventory, such as {@code personal-free}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether this edition belongs to one person. */
  public boolean isPersonal() {
    return this == PERSONAL_FREE || this == PERSONAL_PRO;
  }
}
