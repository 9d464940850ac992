package dev.patrol.model;

import java.util.Locale;

/** What an operation takes as its request body. */
public enum BodyType {
  JSON,
  MULTIPART,
  NONE;

  /** The word used in the catalog, such as {@code json}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
