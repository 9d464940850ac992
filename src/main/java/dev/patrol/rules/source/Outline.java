package dev.patrol.rules.source;

import dev.patrol.rules.source.Lexeme.Kind;
import dev.patrol.rules.source.RuleSpan.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The parts of a rule file, told by its keywords alone, and what is wrong with them: brackets and
 * texts that are not closed, words that are missing or mistyped.
 */
final class Outline {
  private static final List<String> STATEMENTS =
      List.of("package", "import", "global", "declare", "rule", "function", "query", "unit");
  static final Set<String> ATTRIBUTES =
      Set.of(
          "salience",
          "enabled",
          "dialect",
          "duration",
          "timer",
          "calendars",
          "refract",
          "direct",
          "extends",
          "no",
          "auto",
          "lock",
          "agenda",
          "ruleflow",
          "activation",
          "date",
          "attributes");

  private final RuleFile file;
  private final List<Lexeme> lexemes;
  private final Remarks remarks;
  private final Brackets brackets;
  private final List<RuleSpan> rules = new ArrayList<>();
  private int at;

  private Outline(RuleFile file, Remarks remarks) {
    this.file = file;
    this.remarks = remarks;
    this.lexemes = Lexer.read(file.text());
    this.brackets = new Brackets(file, remarks);
  }

  /** The rules of a file, as far as they could be told apart; faults go to the remarks. */
  static List<RuleSpan> read(RuleFile file, Remarks remarks) {
    Outline outline = new Outline(file, remarks);
    if (new ForeignSigns(file, remarks).found(outline.lexemes)) {
      return List.of();
    }
    while (outline.at < outline.lexemes.size()) {
      if (!outline.statement()) {
        break;
      }
    }
    return outline.rules;
  }

  private boolean statement() {
    Lexeme first = lexemes.get(at);
    if (first.is(";")) {
      at++;
      return true;
    }
    if (first.is("rule")) {
      return rule();
    }
    if (first.is("declare") || first.is("query")) {
      skipTo("end");
      return true;
    }
    if (first.is("function")) {
      skipBlock();
      return true;
    }
    if (!STATEMENTS.contains(first.text())) {
      remarks.error(
          file,
          first.start(),
          "expected rule, import, global or package, got \"%s\"%s"
              .formatted(first.text(), Nearest.hint(first.text(), STATEMENTS)));
      return false;
    }
    int line = file.lineAt(first.start());
    while (at < lexemes.size() && file.lineAt(lexemes.get(at).start()) == line) {
      at++;
    }
    return true;
  }

  private void skipTo(String word) {
    while (at < lexemes.size() && !lexemes.get(at).is(word)) {
      at++;
    }
    at++;
  }

  private void skipBlock() {
    int depth = 0;
    while (at < lexemes.size()) {
      Lexeme lexeme = lexemes.get(at++);
      depth += lexeme.is("{") ? 1 : lexeme.is("}") ? -1 : 0;
      if (depth == 0 && lexeme.is("}")) {
        return;
      }
    }
  }

  private boolean rule() {
    Lexeme word = lexemes.get(at++);
    if (at >= lexemes.size()
        || lexemes.get(at).kind() == Kind.SIGN
        || lexemes.get(at).is("when")
        || lexemes.get(at).is("then")) {
      remarks.error(
          file, word.start(), "a rule needs a name: rule \"What it finds\", then its annotations");
      return false;
    }
    Lexeme named = lexemes.get(at++);
    List<Annotation> annotations = new ArrayList<>();
    int headerStart = at;
    if (!header(named.content(), annotations)) {
      return false;
    }
    List<Lexeme> header = lexemes.subList(headerStart, at);
    if (lexemes.get(at).is("when")) {
      at++;
    }
    int conditionsStart = at;
    if (!section(word, named, "then", List.of("end", "rule"))) {
      return false;
    }
    List<Lexeme> conditions = lexemes.subList(conditionsStart, at);
    int consequenceStart = lexemes.get(at++).end();
    int bodyStart = at;
    if (!section(word, named, "end", List.of("rule"))) {
      return false;
    }
    List<Lexeme> consequence = lexemes.subList(bodyStart, at);
    rules.add(
        new RuleSpan(
            named.content(),
            word.start(),
            annotations,
            header,
            conditions,
            consequence,
            consequenceStart,
            lexemes.get(at++).end()));
    return true;
  }

  /** Up to {@code when} or {@code then}; false when neither is there. */
  private boolean header(String rule, List<Annotation> annotations) {
    while (at < lexemes.size() && !lexemes.get(at).is("when") && !lexemes.get(at).is("then")) {
      Lexeme lexeme = lexemes.get(at);
      if (lexeme.is("@")) {
        if (!annotation(annotations)) {
          return false;
        }
      } else if (lexeme.isWord() && startsLine(at) && !ATTRIBUTES.contains(lexeme.text())) {
        return unknownInHeader(rule, lexeme);
      } else {
        at++;
      }
    }
    if (at >= lexemes.size()) {
      Lexeme last = lexemes.get(at - 1);
      remarks.error(file, last.end(), "rule \"%s\" has no \"when\" and \"then\"".formatted(rule));
      return false;
    }
    return true;
  }

  private boolean unknownInHeader(String rule, Lexeme lexeme) {
    List<String> keywords = List.of("when", "then");
    boolean alone = at + 1 >= lexemes.size() || startsLine(at + 1);
    String message;
    if (alone && Nearest.to(lexeme.text(), keywords).isPresent()) {
      message =
          "expected \"when\", got \"%s\"%s"
              .formatted(lexeme.text(), Nearest.hint(lexeme.text(), keywords));
    } else if (lexeme.text().startsWith("$") || Character.isUpperCase(lexeme.text().charAt(0))) {
      message = "expected \"when\" before the conditions of rule \"%s\"".formatted(rule);
    } else {
      message =
          "a rule has no attribute \"%s\"%s"
              .formatted(lexeme.text(), Nearest.hint(lexeme.text(), ATTRIBUTES));
    }
    remarks.error(file, lexeme.start(), message);
    return false;
  }

  private boolean annotation(List<Annotation> annotations) {
    Lexeme sign = lexemes.get(at++);
    if (at >= lexemes.size() || !lexemes.get(at).isWord()) {
      remarks.error(file, sign.start(), "expected the name of an annotation after \"@\"");
      return false;
    }
    Lexeme name = lexemes.get(at++);
    if (at >= lexemes.size() || !lexemes.get(at).is("(")) {
      annotations.add(new Annotation(name.text(), "", sign.start(), name.end()));
      return true;
    }
    int open = at;
    int depth = 0;
    for (; at < lexemes.size(); at++) {
      Lexeme lexeme = lexemes.get(at);
      depth += lexeme.is("(") ? 1 : lexeme.is(")") ? -1 : 0;
      if (depth == 0) {
        int from = lexemes.get(open).end();
        String value = file.text().substring(from, lexeme.start());
        annotations.add(new Annotation(name.text(), value, sign.start(), from));
        at++;
        return true;
      }
      if (lexeme.is("@") || lexeme.is("when") || lexeme.is("then")) {
        break;
      }
    }
    remarks.error(
        file,
        lexemes.get(open).start(),
        "the \"(\" of @%s is not closed; expected \")\"".formatted(name.text()));
    return false;
  }

  /** Up to a keyword; false when it is missing. */
  private boolean section(Lexeme word, Lexeme named, String until, List<String> tooFar) {
    int start = at;
    while (at < lexemes.size() && !lexemes.get(at).is(until) && !isTooFar(tooFar)) {
      at++;
    }
    List<Lexeme> section = lexemes.subList(start, at);
    if (at < lexemes.size() && lexemes.get(at).is(until)) {
      return brackets.balanced(section, until);
    }
    Lexeme mistyped =
        section.stream()
            .filter(lexeme -> aloneOnLine(lexeme) && isSlip(lexeme.text(), until))
            .reduce((a, b) -> b)
            .orElse(null);
    if (mistyped != null) {
      remarks.error(
          file, mistyped.start(), "expected \"%s\", got \"%s\"".formatted(until, mistyped.text()));
    } else if (brackets.balanced(section, until)) {
      missing(word, named, until);
    }
    return false;
  }

  private static boolean isSlip(String text, String keyword) {
    return !text.equals(keyword) && Nearest.to(text, List.of(keyword)).isPresent();
  }

  private void missing(Lexeme word, Lexeme named, String keyword) {
    Lexeme last = lexemes.get(at - 1);
    String before =
        at >= lexemes.size()
            ? "the file ends"
            : "\"%s\" in line %d"
                .formatted(lexemes.get(at).text(), file.lineAt(lexemes.get(at).start()));
    boolean atKeyword = at < lexemes.size() && lexemes.get(at).is("end");
    remarks.error(
        file,
        atKeyword ? lexemes.get(at).start() : last.end(),
        "expected \"%s\" before %s: rule \"%s\" of line %d is not finished"
            .formatted(keyword, before, named.content(), file.lineAt(word.start())));
  }

  private boolean isTooFar(List<String> words) {
    Lexeme lexeme = lexemes.get(at);
    return words.contains(lexeme.text())
        && lexeme.isWord()
        && (lexeme.is("end") || startsLine(at))
        && (lexeme.is("end") || (at + 1 < lexemes.size() && isName(lexemes.get(at + 1))));
  }

  private static boolean isName(Lexeme lexeme) {
    return lexeme.kind() == Kind.TEXT || lexeme.isWord();
  }

  private boolean startsLine(int index) {
    return index == 0
        || file.lineAt(lexemes.get(index - 1).start()) < file.lineAt(lexemes.get(index).start());
  }

  private boolean aloneOnLine(Lexeme lexeme) {
    return lexeme.isWord() && file.line(file.lineAt(lexeme.start())).strip().equals(lexeme.text());
  }
}
