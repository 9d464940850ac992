package dev.patrol.probe;

/** How far one try has come; OkHttp's interceptor and the sender see the same one. */
final class Passage {
  private volatile boolean left;
  private volatile boolean answered;

  /** Notes that the connection stands and the request is leaving. */
  void leaves() {
    left = true;
  }

  /** Notes that status and headers have come back. */
  void isAnswered() {
    answered = true;
  }

  boolean hasLeft() {
    return left;
  }

  boolean wasAnswered() {
    return answered;
  }
}
