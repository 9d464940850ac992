package dev.patrol.model;

import java.util.Locale;

/** How a finding stands against earlier runs. */
public enum FindingStatus {
  NEW,
  OPEN,
  FIXED,
  WAIVED;

  /** The word used in reports, such as {@code open}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
