package dev.patrol.model;

import java.util.Locale;

/** What is known about a step of the guide, or about an endpoint as a whole. */
public enum Verdict {
  PASS,
  FAIL,
  UNKNOWN;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The word used in reports, such as {@code pass}. */
  public String id() {
    return id;
  }
}
