package dev.patrol.model;

import java.util.Locale;

/** How much a finding matters, worst first. */
public enum Severity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  INFO;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The word used in rule files and reports, such as {@code high}. */
  public String id() {
    return id;
  }

  /** Whether this severity is as bad as the other or worse. */
  public boolean atLeast(Severity other) {
    return compareTo(other) <= 0;
  }
}
