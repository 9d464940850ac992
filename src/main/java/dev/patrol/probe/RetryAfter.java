package dev.patrol.probe;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After}: seconds or a date. */
final class RetryAfter {
  /** A service that asks for more is not waited for any longer. */
  static final Duration LONGEST = Duration.ofSeconds(30);

  private RetryAfter() {}

  /** How long to wait, between nothing and {@link #LONGEST}; empty when the header says nothing. */
  static Optional<Duration> parse(@Nullable String header, Instant now) {
    if (header == null || header.isBlank()) {
      return Optional.empty();
    }
    String value = header.strip();
    if (value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(
          value.length() > 6 ? LONGEST : capped(Duration.ofSeconds(Long.parseLong(value))));
    }
    try {
      Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(capped(Duration.between(now, then)));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Duration capped(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
