package dev.patrol.cli;

import java.util.Locale;

/** How log lines look: {@code --log-format}. */
public enum LogFormat {
  TEXT,
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
