package dev.patrol.rules.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Finds brackets that are not closed, or never opened. */
final class Brackets {
  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  private final RuleFile file;
  private final Remarks remarks;

  Brackets(RuleFile file, Remarks remarks) {
    this.file = file;
    this.remarks = remarks;
  }

  /** Whether every bracket has its counterpart; the first that has none is remarked. */
  boolean balanced(List<Lexeme> section, String keyword) {
    Deque<Lexeme> open = new ArrayDeque<>();
    for (Lexeme lexeme : section) {
      if (lexeme.kind() != Lexeme.Kind.SIGN) {
        continue;
      }
      if (OPENING.contains(lexeme.text())) {
        open.push(lexeme);
      } else if (CLOSING.contains(lexeme.text())) {
        if (open.isEmpty()) {
          remarks.error(
              file, lexeme.start(), "this \"%s\" closes nothing".formatted(lexeme.text()));
          return false;
        }
        Lexeme opened = open.pop();
        if (OPENING.indexOf(opened.text()) != CLOSING.indexOf(lexeme.text())) {
          remarks.error(
              file,
              lexeme.start(),
              "expected \"%s\" for the \"%s\" of line %d, got \"%s\""
                  .formatted(
                      counterpart(opened),
                      opened.text(),
                      file.lineAt(opened.start()),
                      lexeme.text()));
          return false;
        }
      }
    }
    if (open.isEmpty()) {
      return true;
    }
    Lexeme opened = open.peekLast();
    remarks.error(
        file,
        opened.start(),
        "this \"%s\" is not closed; expected \"%s\" before \"%s\""
            .formatted(opened.text(), counterpart(opened), keyword));
    return false;
  }

  private static char counterpart(Lexeme opened) {
    return CLOSING.charAt(OPENING.indexOf(opened.text()));
  }
}
