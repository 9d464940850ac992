package dev.patrol.sandbox;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer that stands before all checks: risk control, an empty balance, a broken gateway, or a
 * refusal although all is well.
 *
 * @param token the name of the token it befalls, or null for all
 * @param operation the catalog's id of the operation it befalls, or null for all
 * @param path the path it befalls, as it is asked for, or null for all
 * @param answer a recorded answer, or a {@link Manner} such as {@code slow-drip}
 * @param times how many times an equal request meets it, or 0 for always
 * @param retryAfter seconds for the {@code Retry-After} header, or -1 for as recorded
 */
public record Oddity(
    @Nullable String token,
    @Nullable String operation,
    @Nullable String path,
    String answer,
    int times,
    int retryAfter) {

  public Oddity {
    Objects.requireNonNull(answer);
    if (times < 0) {
      throw new IllegalArgumentException("times must be >= 0, got " + times);
    }
  }

  /** What a token always meets at an operation. */
  public static Oddity at(String token, String operation, String answer) {
    return new Oddity(token, operation, null, answer, 0, -1);
  }

  boolean befalls(@Nullable String askingToken, @Nullable String askedOperation, String askedPath) {
    return (token == null || token.equals(askingToken))
        && (operation == null || operation.equals(askedOperation))
        && (path == null || path.equals(askedPath));
  }
}
