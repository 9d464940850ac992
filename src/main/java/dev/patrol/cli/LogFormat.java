package dev.patrol.cli;

/** How log lines look: {@code --log-format}. */
public enum LogFormat {
  TEXT,
  JSON
}
