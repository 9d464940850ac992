package dev.patrol.notify;

/** A message that no mail can be made of; the message says why. */
final class UnsendableException extends Exception {
  private static final long serialVersionUID = 1L;

  UnsendableException(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
