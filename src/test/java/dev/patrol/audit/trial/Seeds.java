package dev.patrol.audit.trial;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Which seeds a trial tries: 2,000 by default, or those that a system property names. */
final class Seeds {
  /** One or more of {@code 17,4711} or {@code 3000..8000}, the end not included. */
  private static final String PROPERTY = "patrol.trial.seeds";

  private static final String DEFAULT = "1..2001";

  private Seeds() {}

  static LongStream all() {
    return Arrays.stream(System.getProperty(PROPERTY, DEFAULT).split(",", -1))
        .flatMapToLong(Seeds::some);
  }

  /** Whether so many are tried that everything must occur among them. */
  static boolean areMany() {
    return System.getProperty(PROPERTY) == null;
  }

  private static LongStream some(String text) {
    int dots = text.indexOf("..");
    return dots < 0
        ? LongStream.of(Long.parseLong(text.strip()))
        : LongStream.range(
            Long.parseLong(text.substring(0, dots).strip()),
            Long.parseLong(text.substring(dots + 2).strip()));
  }
}
