package dev.patrol.notify;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Cleans text that holds values from outside: nothing in it may end a header, reorder what is read,
 * or be half a character.
 */
final class PlainText {
  private static final Pattern LINE_BREAK = Pattern.compile("\r\n?|[\u0085\u2028\u2029\u000B\f]");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n]]");
  private static final Pattern SPACES = Pattern.compile("[\\s\u00A0]+");

  /** They turn the direction of writing, so that {@code gpj.exe} reads as {@code exe.jpg}. */
  private static final Pattern DIRECTION =
      Pattern.compile("[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]");

  private static final Pattern HALF_CHARACTER =
      Pattern.compile("[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]");

  private PlainText() {}

  /** The text with its lines ended by {@code \n}, without control characters. */
  static String lines(String text) {
    String broken = LINE_BREAK.matcher(text).replaceAll("\n");
    String plain = CONTROL.matcher(broken).replaceAll(" ");
    return HALF_CHARACTER.matcher(DIRECTION.matcher(plain).replaceAll("")).replaceAll("\uFFFD");
  }

  /**
   * The text as one line.
   *
   * @param longest how many {@code char}s it may have; a longer one ends with {@code …}
   */
  static String line(String text, int longest) {
    String line = SPACES.matcher(lines(text)).replaceAll(" ").strip();
    return line.length() <= longest ? line : line.substring(0, end(line, longest - 1)) + "…";
  }

  /** Where the text can be cut so that at most that many {@code char}s stand before. */
  static int end(String text, int most) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    return characters.isBoundary(most) ? most : Math.max(characters.preceding(most), 0);
  }
}
