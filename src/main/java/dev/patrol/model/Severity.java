package dev.patrol.model;

import java.util.Locale;

/** How much a finding matters, worst first. */
public enum Severity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  INFO;

  /** The word used in rule files and reports, such as {@code high}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this severity is as bad as the other or worse. */
  public boolean atLeast(Severity other) {
    return compareTo(other) <= 0;
  }
}
