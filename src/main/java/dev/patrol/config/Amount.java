package dev.patrol.config;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and prints amounts with a unit, such as {@code 10s} and {@code 1MiB}. */
final class Amount {
  private static final Pattern SHAPE = Pattern.compile("([0-9]{1,9}) ?([A-Za-z]+)");

  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L);
  private static final Map<String, Long> BYTES =
      Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

  private Amount() {}

  /** A span of time in {@code ms}, {@code s}, {@code m} or {@code h}. */
  static Duration duration(String text) {
    return Duration.ofMillis(parse(text, MILLIS));
  }

  /** A number of bytes in {@code B}, {@code KiB}, {@code MiB} or {@code GiB}. */
  static long bytes(String text) {
    return parse(text, BYTES);
  }

  /** The span as {@link #duration} reads it, in the largest unit that keeps it whole. */
  static String text(Duration span) {
    return print(span.toMillis(), MILLIS);
  }

  /** The size as {@link #bytes} reads it, in the largest unit that keeps it whole. */
  static String text(Long bytes) {
    return print(bytes, BYTES);
  }

  private static long parse(String text, Map<String, Long> units) {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a number with a unit");
    }
    Long unit = units.get(parts.group(2));
    if (unit == null) {
      throw new IllegalArgumentException("unknown unit");
    }
    return Long.parseLong(parts.group(1)) * unit;
  }

  private static String print(long amount, Map<String, Long> units) {
    return units.entrySet().stream()
        .filter(unit -> amount % unit.getValue() == 0)
        .max(Map.Entry.comparingByValue())
        .map(unit -> amount / unit.getValue() + unit.getKey())
        .orElseThrow();
  }
}
