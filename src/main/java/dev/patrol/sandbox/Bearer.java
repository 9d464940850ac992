package dev.patrol.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Authorization header of a call. It never prints what it holds. */
final class Bearer {
  private static final String WORD = "Bearer ";

  private final boolean given;
  private final @Nullable String value;

  private Bearer(boolean given, @Nullable String value) {
    this.given = given;
    this.value = value;
  }

  /** Only one header of exactly the form {@code Bearer <token>} gives a token. */
  static Bearer of(List<String> headers) {
    if (headers.size() != 1) {
      return new Bearer(!headers.isEmpty(), null);
    }
    String header = headers.get(0);
    if (!header.startsWith(WORD)) {
      return new Bearer(true, null);
    }
    String value = header.substring(WORD.length());
    boolean plain = !value.isEmpty() && value.chars().allMatch(c -> c > ' ' && c < 0x7f);
    return new Bearer(true, plain ? value : null);
  }

  /** Whether there was a header at all. */
  boolean given() {
    return given;
  }

  /** SHA-256 of the token, or null when the header is not exactly {@code Bearer <token>}. */
  @Nullable String digest() {
    return value == null ? null : Digests.hex(value.getBytes(ISO_8859_1));
  }

  /** The header as it came, for the one answer that is meant to leak it. */
  String leaked() {
    return value == null ? "" : WORD + value;
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
