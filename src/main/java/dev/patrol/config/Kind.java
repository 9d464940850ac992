package dev.patrol.config;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kind of value: what it looks like and how it is read.
 *
 * @param expected what a value looks like, such as {@code must be between 1 and 10}
 * @param parser reads a value; throws an {@link UnexpectedValue} when it can say more about what is
 *     wrong, else any {@link IllegalArgumentException} or {@link DateTimeException}
 */
record Kind<T>(String expected, Function<String, T> parser) {

  /**
   * The value that the text stands for.
   *
   * @throws UnexpectedValue when it stands for none
   */
  T read(String text) {
    try {
      return parser.apply(text);
    } catch (UnexpectedValue e) {
      throw e;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UnexpectedValue(expected);
    }
  }

  /** Any text, also an empty one. */
  static Kind<String> text() {
    return new Kind<>("expected a text", Function.identity());
  }

  /** Any text but a blank one, in lower case. */
  static Kind<String> word() {
    return new Kind<>("expected a word", text -> notBlank(text).toLowerCase(Locale.ROOT));
  }

  /** The id of a rule, such as {@code limit-near}. */
  static Kind<String> ruleId() {
    return matching("expected the id of a rule such as limit-near", "[a-z0-9]+(-[a-z0-9]+)*");
  }

  /** A class, or all classes of a package, as an import of Java names them. */
  static Kind<String> imports() {
    String name = "[A-Za-z_$][\\w$]*";
    return matching(
        "expected a class such as java.util.regex.Pattern, or a package such as java.util.regex.*",
        name + "(\\." + name + ")*\\.(" + name + "|\\*)");
  }

  private static Kind<String> matching(String expected, String pattern) {
    return new Kind<>(
        expected,
        text -> {
          if (!text.matches(pattern)) {
            throw new IllegalArgumentException(text);
          }
          return text;
        });
  }

  /** A file or a folder. */
  static Kind<Path> path() {
    return new Kind<>("expected a path", text -> Path.of(notBlank(text)));
  }

  /** A whole number within bounds, both included. */
  static Kind<Integer> integer(int min, int max) {
    return bounded(Integer::valueOf, min, max, Object::toString);
  }

  /** A number within bounds, both included. */
  static Kind<Double> decimal(double min, double max) {
    return bounded(Double::valueOf, min, max, Object::toString);
  }

  /** A span of time within bounds, both included, such as {@code 10s}. */
  static Kind<Duration> duration(String min, String max) {
    return bounded(Amount::duration, Amount.duration(min), Amount.duration(max), Amount::text);
  }

  /** A number of bytes within bounds, both included, such as {@code 1MiB}. */
  static Kind<Long> bytes(String min, String max) {
    return bounded(Amount::bytes, Amount.bytes(min), Amount.bytes(max), Amount::text);
  }

  /** One of a few words in any case; offered in the order of the map. */
  static <T> Kind<T> oneOf(Map<String, T> choices) {
    String words = String.join(", ", choices.keySet());
    return new Kind<>(
        "must be one of " + words,
        text ->
            choices.entrySet().stream()
                .filter(choice -> choice.getKey().equalsIgnoreCase(text))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text)));
  }

  /** {@code true} or {@code false}. */
  static Kind<Boolean> flag() {
    return oneOf(inOrder(Stream.of(true, false), Object::toString));
  }

  /** One of the encodings in which inventories are read. */
  static Kind<Charset> encoding() {
    return oneOf(
        inOrder(Stream.of(StandardCharsets.UTF_8, Charset.forName("GB18030")), Charset::name));
  }

  /** A time zone of the tz database, or an offset. */
  static Kind<ZoneId> zone() {
    String expected = "expected a time zone such as Asia/Shanghai";
    return new Kind<>(
        expected,
        text -> {
          try {
            return ZoneId.of(text);
          } catch (DateTimeException e) {
            String hint =
                Nearest.to(text, ZoneId.getAvailableZoneIds())
                    .map(zone -> " (did you mean " + zone + "?)")
                    .orElse("");
            throw new UnexpectedValue(expected + hint);
          }
        });
  }

  /** A point in time with its offset. */
  static Kind<Instant> instant() {
    return new Kind<>(
        "expected a time with offset such as 2024-10-16T00:00:00+08:00",
        text -> OffsetDateTime.parse(text).toInstant());
  }

  /** The values by their words, in the order of the stream. */
  static <T> Map<String, T> inOrder(Stream<T> values, Function<T, String> word) {
    return values.collect(
        Collectors.toMap(word, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  private static <T extends Comparable<T>> Kind<T> bounded(
      Function<String, T> parser, T min, T max, Function<T, String> print) {
    return new Kind<>(
        "must be between " + print.apply(min) + " and " + print.apply(max),
        text -> {
          T value = parser.apply(text);
          if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new IllegalArgumentException(text);
          }
          return value;
        });
  }

  private static String notBlank(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("blank");
    }
    return text;
  }
}
