package dev.patrol.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Undoes the percent-encoding of URLs without ever refusing a text. */
public final class PercentCode {
  private PercentCode() {}

  /** Decodes a path segment; what is not a well-formed escape stays as it is. */
  public static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int value = bytes[i] == '%' && i + 2 < bytes.length ? hex(bytes[i + 1], bytes[i + 2]) : -1;
      decoded.write(value < 0 ? bytes[i] : value);
      i += value < 0 ? 0 : 2;
    }
    return decoded.toString(UTF_8);
  }

  /** Decodes a name or value of a query, where a plus sign stands for a space. */
  public static String decodeQuery(String text) {
    return decode(text.replace('+', ' '));
  }

  private static int hex(byte high, byte low) {
    int first = Character.digit(high, 16);
    int second = Character.digit(low, 16);
    return first < 0 || second < 0 ? -1 : first * 16 + second;
  }
}
