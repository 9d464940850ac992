package dev.patrol.config;

/** A value that a setting cannot take; the message says what was expected. */
final class UnexpectedValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnexpectedValue(String expected) {
    super(expected);
  }
}
