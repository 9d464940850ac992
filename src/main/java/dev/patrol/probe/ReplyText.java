package dev.patrol.probe;

import org.jspecify.annotations.Nullable;

/**
 * Makes text from outside fit to keep: no secret, no control characters, no more than is useful.
 */
final class ReplyText {
  private static final int LONGEST_MESSAGE = 500;
  private static final int LONGEST_NAME = 64;

  private final SecretTraces traces;

  ReplyText(SecretTraces traces) {
    this.traces = traces;
  }

  @Nullable String message(@Nullable String text) {
    return text == null ? null : shortened(clean(text), LONGEST_MESSAGE);
  }

  /** A code or log id; an empty one is none. */
  @Nullable String name(@Nullable String text) {
    String name = text == null ? "" : shortened(clean(text), LONGEST_NAME);
    return name.isEmpty() ? null : name;
  }

  private String clean(String text) {
    if (isPlain(text)) {
      return traces.redact(text.strip());
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(ReplyText::isVisible)
        .map(ReplyText::flat)
        .forEach(clean::appendCodePoint);
    // After the above, which could join the parts of a token; and before it is cut off in the
    // middle.
    return traces.redact(clean.toString().strip());
  }

  /** Most texts are: nothing in them is to be replaced. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean isVisible(int c) {
    int type = Character.getType(c);
    return Character.isWhitespace(c)
        || (type != Character.CONTROL
            && type != Character.FORMAT
            && type != Character.SURROGATE
            && type != Character.UNASSIGNED
            && type != Character.PRIVATE_USE);
  }

  private static int flat(int c) {
    return Character.isWhitespace(c) ? ' ' : c;
  }

  private static String shortened(String text, int length) {
    if (text.length() <= length || text.codePointCount(0, text.length()) <= length) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
  }
}
