package dev.patrol.model;

import org.jspecify.annotations.Nullable;

/** Patterns in which {@code *} stands for any characters, and nothing else for anything. */
final class Glob {
  private static final String ANYTHING = "*";

  private Glob() {}

  /** Whether the pattern fits the whole value; null is met by {@code *} alone. */
  static boolean matches(String pattern, @Nullable String value) {
    return value == null ? pattern.equals(ANYTHING) : fits(pattern, value);
  }

  /**
   * Walks along both; where they part, the latest star takes one character more. An earlier star
   * need not be looked at again, so that no pattern takes long.
   */
  private static boolean fits(String pattern, String value) {
    int p = 0;
    int v = 0;
    int star = -1;
    int taken = 0;
    while (v < value.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        taken = v;
      } else if (p < pattern.length() && pattern.charAt(p) == value.charAt(v)) {
        p++;
        v++;
      } else if (star >= 0) {
        p = star + 1;
        v = ++taken;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
