package dev.patrol.rules.source;

/**
 * One word or sign of a rule file; comments and white space are none.
 *
 * @param kind what it is
 * @param text as it stands in the file, a text with its quotes
 * @param start the offset of its first character in the file
 */
public record Lexeme(Kind kind, String text, int start) {
  /** What a lexeme is. */
  public enum Kind {
    /** A keyword or an identifier, such as {@code when} or {@code $token}. */
    WORD,
    NUMBER,
    /** A text in double or single quotes. */
    TEXT,
    /** A text that is not closed on its line. */
    OPEN_TEXT,
    /** A comment that is not closed. */
    OPEN_COMMENT,
    SIGN,
    /** A character that no rule can hold outside of texts and comments. */
    FOREIGN
  }

  /** The offset after its last character. */
  public int end() {
    return start + text.length();
  }

  /** Whether it is that word or sign. */
  public boolean is(String wanted) {
    return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(wanted);
  }

  /** Whether it is a word. */
  public boolean isWord() {
    return kind == Kind.WORD;
  }

  /** A text without its quotes; escapes stay. */
  public String content() {
    return kind == Kind.TEXT ? text.substring(1, text.length() - 1) : text;
  }
}
