package dev.patrol.model;

import java.util.Locale;

/** What is known about a step of the guide, or about an endpoint as a whole. */
public enum Verdict {
  PASS,
  FAIL,
  UNKNOWN;

  /** The word used in reports, such as {@code pass}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
