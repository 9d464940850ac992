package dev.patrol.inventory;

import java.util.Locale;

/** Characters that a cell may not hold or that are no part of its text. */
final class Characters {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Characters() {}

  /** The text without blanks and line breaks around it, wide and unbreakable ones included. */
  static String trim(String text) {
    int end = text.length();
    int start = 0;
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The place of the first control character, or -1; tab and line breaks may be let pass. */
  static int firstControl(String text, boolean breaksAllowed) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && !(breaksAllowed && isBreakOrTab(c))) {
        return i;
      }
    }
    return -1;
  }

  /** The place of the first character that takes no room and has no meaning, or -1. */
  static int firstInvisible(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.getType(text.charAt(i)) == Character.FORMAT) {
        return i;
      }
    }
    return -1;
  }

  /** A character's name, such as {@code U+0007}. */
  static String name(char c) {
    return String.format(Locale.ROOT, "U+%04X", (int) c);
  }

  /** The text without control and invisible characters. */
  static String printable(String text) {
    if (firstControl(text, false) < 0 && firstInvisible(text) < 0) {
      return text;
    }
    StringBuilder printable = new StringBuilder();
    text.chars()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .forEach(c -> printable.append((char) c));
    return printable.toString();
  }

  /** The text with control and invisible characters written as escapes. */
  static String visible(String text) {
    if (firstControl(text, false) < 0 && firstInvisible(text) < 0) {
      return text;
    }
    StringBuilder visible = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> visible.append("\\n");
        case '\r' -> visible.append("\\r");
        case '\t' -> visible.append("\\t");
        default -> {
          if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
            visible.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
          } else {
            visible.append(c);
          }
        }
      }
    }
    return visible.toString();
  }

  private static boolean isBlank(char c) {
    return isBreakOrTab(c) || Character.isSpaceChar(c) || c == BYTE_ORDER_MARK;
  }

  private static boolean isBreakOrTab(char c) {
    return c == '\n' || c == '\r' || c == '\t';
  }
}
