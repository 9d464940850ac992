package dev.patrol.model;

import java.util.Locale;

/** How a finding stands against earlier runs. */
public enum FindingStatus {
  /** No earlier run reported it. */
  NEW,
  /** The run before reported it too. */
  OPEN,
  /** It was fixed, and is back. */
  REOPENED,
  /** The run before reported it, and this one would have if it still held. */
  FIXED,
  /** Somebody has accepted it for a time. */
  WAIVED;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** Whether such a finding still asks for something to be done. */
  public boolean isOpen() {
    return this == NEW || this == OPEN || this == REOPENED;
  }

  /** The word used in reports, such as {@code open}. */
  public String id() {
    return id;
  }
}
