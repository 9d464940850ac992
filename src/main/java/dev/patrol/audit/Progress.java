package dev.patrol.audit;

/** Hears how far an audit has come. Called from one thread. */
public interface Progress {
  /** Nobody listens. */
  Progress NONE = new Progress() {};

  /** The inventory is read; so many tokens are going to be audited. */
  default void began(long tokens) {}

  /** So many tokens are judged and written. */
  default void reached(long tokens) {}

  /** Nothing more is going to come. */
  default void ended() {}
}
