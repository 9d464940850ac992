package dev.patrol.probe;

/** What the plan holds for an endpoint or for a token's identity. */
public sealed interface Decision {
  /**
   * A request is sent.
   *
   * @param request which one of the plan's requests, counted from 0
   * @param shared whether it was already planned for something else
   */
  record Ask(int request, boolean shared) implements Decision {}

  /** Nothing is sent. */
  record Skip(SkipReason reason) implements Decision {}
}
