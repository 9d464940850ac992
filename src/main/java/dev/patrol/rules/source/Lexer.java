package dev.patrol.rules.source;

import dev.patrol.rules.source.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;

/** Takes a rule file apart into words and signs, whatever else is wrong with it. */
final class Lexer {
  private static final List<String> SIGNS =
      List.of("==", "!=", "<=", ">=", "&&", "||", ":=", "!.", "->", "::", "+=", "-=", "++", "--");

  private final String text;
  private final List<Lexeme> lexemes = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  /** The lexemes in their order. */
  static List<Lexeme> read(String text) {
    Lexer lexer = new Lexer(text);
    while (lexer.at < text.length()) {
      lexer.next();
    }
    return List.copyOf(lexer.lexemes);
  }

  private void next() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c) && c < 0x80) {
      at++;
    } else if (text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
    } else if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      if (end < 0) {
        lexemes.add(new Lexeme(Kind.OPEN_COMMENT, "/*", at));
        at = text.length();
      } else {
        at = end + 2;
      }
    } else if (c == '"' || c == '\'') {
      quoted(c);
    } else if (Character.isJavaIdentifierStart(c)) {
      take(Kind.WORD, wordEnd());
    } else if (Character.isDigit(c)) {
      take(Kind.NUMBER, numberEnd());
    } else if (c < 0x80) {
      take(Kind.SIGN, at + (SIGNS.stream().anyMatch(sign -> text.startsWith(sign, at)) ? 2 : 1));
    } else {
      take(Kind.FOREIGN, at + Character.charCount(text.codePointAt(at)));
    }
  }

  private void take(Kind kind, int end) {
    lexemes.add(new Lexeme(kind, text.substring(at, end), at));
    at = end;
  }

  private int wordEnd() {
    int end = at;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int numberEnd() {
    int end = at;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end))
            || text.charAt(end) == '_'
            || (text.charAt(end) == '.'
                && end + 1 < text.length()
                && Character.isDigit(text.charAt(end + 1))))) {
      end++;
    }
    return end;
  }

  private void quoted(char quote) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    if (end < text.length() && text.charAt(end) == quote) {
      take(Kind.TEXT, end + 1);
    } else {
      take(Kind.OPEN_TEXT, Math.min(end, text.length()));
    }
  }
}
