package dev.patrol.rules.source;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the parser's words for an error of syntax into what the author can do about it. */
final class SyntaxErrors {
  private static final Pattern POSITION =
      Pattern.compile("(?:\\[ERR \\d+] )?Line (\\d+):(\\d+) (.*)", Pattern.DOTALL);
  private static final Set<String> JOINING = Set.of("and", "or");

  private final RuleFile file;
  private final Remarks remarks;
  private final List<Lexeme> lexemes;
  private boolean explained;

  SyntaxErrors(RuleFile file, Remarks remarks) {
    this.file = file;
    this.remarks = remarks;
    this.lexemes = Lexer.read(file.text());
  }

  /** Adds the first error; those that follow mostly follow from it. */
  void explain(String message) {
    if (explained) {
      return;
    }
    explained = true;
    Matcher position = POSITION.matcher(message);
    if (!position.matches()) {
      remarks.error(file, 0, message.strip());
      return;
    }
    int offset = offset(Integer.parseInt(position.group(1)), Integer.parseInt(position.group(2)));
    int index = 0;
    while (index < lexemes.size() && lexemes.get(index).start() < offset) {
      index++;
    }
    if (index == lexemes.size()) {
      remarks.error(file, offset, "the file ends too early");
      return;
    }
    Lexeme culprit = lexemes.get(index);
    Lexeme before = index == 0 ? culprit : lexemes.get(index - 1);
    remarks.error(file, culprit.start(), words(culprit, before, index));
  }

  private int offset(int line, int column) {
    int offset = 0;
    for (int i = 1; i < line; i++) {
      int next = file.text().indexOf('\n', offset);
      if (next < 0) {
        return file.text().length();
      }
      offset = next + 1;
    }
    return offset + column;
  }

  private String words(Lexeme culprit, Lexeme before, int index) {
    boolean inside = insidePattern(index);
    if (culprit.is("=")) {
      return before.text().startsWith("$") && !inside
          ? "expected \":\" to name a fact, got \"=\": %s : Type(...)".formatted(before.text())
          : "expected \"==\" to compare, got \"=\"";
    }
    if (inside && JOINING.contains(culprit.text())) {
      return "\"%s\" joins whole patterns; between the conditions of one pattern write %s"
          .formatted(culprit.text(), culprit.is("and") ? "a comma" : "\"||\"");
    }
    if (culprit.is("&&") || culprit.is("||")) {
      return "\"%s\" joins the conditions of one pattern; between patterns write \"%s\""
          .formatted(culprit.text(), culprit.is("&&") ? "and" : "or");
    }
    if (culprit.is("!") && !inside) {
      return "before a pattern write \"not\", not \"!\"";
    }
    if (culprit.is("@")) {
      return "annotations stand before attributes such as salience, and before \"when\"";
    }
    if (before.is(",") || culprit.is(",") || (culprit.is(")") && before.is("("))) {
      return "expected a condition %s \"%s\", got none"
          .formatted(before.is(",") ? "after" : "before", before.is(",") ? "," : culprit.text());
    }
    if (inside && (culprit.isWord() || culprit.kind() == Lexeme.Kind.TEXT)) {
      return "expected a comma or an operator between %s and %s"
          .formatted(shown(before), shown(culprit));
    }
    return "unexpected %s after %s".formatted(shown(culprit), shown(before));
  }

  private static String shown(Lexeme lexeme) {
    return lexeme.kind() == Lexeme.Kind.TEXT ? lexeme.text() : "\"" + lexeme.text() + "\"";
  }

  private boolean insidePattern(int index) {
    int depth = 0;
    for (int i = index - 1; i >= 0; i--) {
      Lexeme lexeme = lexemes.get(i);
      if (lexeme.is("when")) {
        break;
      }
      depth += lexeme.is("(") ? 1 : lexeme.is(")") ? -1 : 0;
    }
    return depth > 0;
  }
}
