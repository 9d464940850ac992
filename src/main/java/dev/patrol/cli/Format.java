package dev.patrol.cli;

import java.util.Locale;

/** How results are printed: for people, or for programs. */
enum Format {
  TEXT,
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
