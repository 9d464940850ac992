package dev.patrol.rules.source;

import java.util.List;
import java.util.Locale;

/** Finds signs that no rule can hold: those of Chinese keyboards, and texts without their end. */
final class ForeignSigns {
  private static final String CHINESE = "“”‘’「」『』。、《》〈〉【】—…　\u00a0";
  private static final String PLAIN = "\"\"''\"\"\"\".,<><>[]-.  ";
  private static final int FULL_WIDTH_FIRST = 0xFF01;
  private static final int FULL_WIDTH_LAST = 0xFF5E;
  private static final int MOST = 20;

  private final RuleFile file;
  private final Remarks remarks;

  ForeignSigns(RuleFile file, Remarks remarks) {
    this.file = file;
    this.remarks = remarks;
  }

  /** Whether there was such a sign. */
  boolean found(List<Lexeme> lexemes) {
    int found = 0;
    for (Lexeme lexeme : lexemes) {
      String message = message(lexeme);
      if (!message.isEmpty() && found++ < MOST) {
        remarks.error(file, lexeme.start(), message);
      }
    }
    return found > 0;
  }

  private static String message(Lexeme lexeme) {
    return switch (lexeme.kind()) {
      case OPEN_TEXT ->
          "this text is not closed; expected %s before the line ends"
              .formatted(lexeme.text().charAt(0) == '"' ? "'\"'" : "\"'\"");
      case OPEN_COMMENT -> "this comment is not closed; expected \"*/\"";
      case FOREIGN -> foreign(lexeme.text());
      default -> "";
    };
  }

  private static String foreign(String text) {
    int code = text.codePointAt(0);
    int chinese = CHINESE.indexOf(text);
    if (code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST) {
      return "full-width \"%s\"; write \"%s\""
          .formatted(text, (char) (code - FULL_WIDTH_FIRST + '!'));
    }
    if (chinese >= 0) {
      char plain = PLAIN.charAt(chinese);
      return plain == ' '
          ? "a space that is no plain one (U+%04X); write a plain one".formatted(code)
          : "full-width %s; write %s".formatted(text, plain == '"' ? "'\"'" : "\"" + plain + "\"");
    }
    return "unexpected character \"%s\" (%s)"
        .formatted(text, String.format(Locale.ROOT, "U+%04X", code));
  }
}
