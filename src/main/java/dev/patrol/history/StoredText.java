package dev.patrol.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Texts as the database can keep them. */
final class StoredText {
  /** An entry of an index in PostgreSQL holds 2,700 bytes, three for each character at worst. */
  private static final int LONGEST_ID = 300;

  private StoredText() {}

  /** Any text; empty for null. PostgreSQL knows no character 0. */
  static String of(@Nullable String text) {
    return text == null ? "" : text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
  }

  /** An id; the end of a very long one gives way to its hash. A stored id stays as it is. */
  static String id(@Nullable String id) {
    String text = of(id);
    if (text.length() <= LONGEST_ID) {
      return text;
    }
    String hash = hash(text);
    int end = LONGEST_ID - hash.length() - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + "#"
        + hash;
  }

  static @Nullable String orNull(String stored) {
    return stored.isEmpty() ? null : stored;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
