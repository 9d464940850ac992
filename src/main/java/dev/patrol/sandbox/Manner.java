package dev.patrol.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an answer reaches the one who asked. */
enum Manner {
  /** As it should. */
  WHOLE,
  /** The connection is closed and nothing was said. */
  RESET,
  /** The connection is closed in the middle of the body. */
  CUT,
  /** A few bytes now and then, without an end in sight. */
  SLOW_DRIP,
  /** The connection stays open and nothing is said. */
  SILENCE;

  /** The word used in world files, such as {@code slow-drip}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Manner> of(String id) {
    return Arrays.stream(values()).filter(manner -> manner.id().equals(id)).findFirst();
  }
}
