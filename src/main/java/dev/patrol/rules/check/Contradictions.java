package dev.patrol.rules.check;

import dev.patrol.rules.check.Conditions.FactPattern;
import dev.patrol.rules.source.Lexeme;
import dev.patrol.rules.source.Lexeme.Kind;
import dev.patrol.rules.source.Remarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Warns of a pattern that asks for two things of one field that cannot both hold. */
final class Contradictions implements Lint {
  private static final Set<String> OPERATORS = Set.of("==", "!=", "<", ">", "<=", ">=");

  /** What is asked of a field: an operator and a value that is written out. */
  private record Wish(String field, String operator, String value, boolean number, Lexeme at) {
    boolean excludes(Wish other) {
      if (!field.equals(other.field)) {
        return false;
      }
      boolean same = value.equals(other.value);
      if (operator.equals("==") && other.operator.equals("==")) {
        boolean numbers = number && other.number;
        return numbers ? compare(other) != 0 : !same;
      }
      if ((operator.equals("==") && other.operator.equals("!="))
          || (operator.equals("!=") && other.operator.equals("=="))) {
        return same;
      }
      return number && other.number && (apart(this, other) || apart(other, this));
    }

    private int compare(Wish other) {
      return Double.compare(Double.parseDouble(value), Double.parseDouble(other.value));
    }

    /** Whether the one ends below where the other begins. */
    private static boolean apart(Wish below, Wish above) {
      boolean ends = below.operator.startsWith("<") || below.operator.equals("==");
      boolean begins = above.operator.startsWith(">") || above.operator.equals("==");
      int order = below.compare(above);
      boolean touches = isClosed(below.operator) && isClosed(above.operator);
      return ends && begins && (order < 0 || (order == 0 && !touches));
    }

    private static boolean isClosed(String operator) {
      return operator.endsWith("=");
    }
  }

  @Override
  public void check(List<ReadRule> rules, Remarks remarks) {
    for (ReadRule rule : rules) {
      for (FactPattern pattern : rule.conditions().patterns()) {
        check(rule, pattern, remarks);
      }
    }
  }

  private static void check(ReadRule rule, FactPattern pattern, Remarks remarks) {
    List<Wish> wishes = new ArrayList<>();
    for (List<Lexeme> constraint : pattern.constraints()) {
      Optional<Wish> wish = read(constraint);
      if (wish.isEmpty()) {
        continue;
      }
      Optional<Wish> other = wishes.stream().filter(wish.get()::excludes).findFirst();
      if (other.isPresent()) {
        remarks.warn(
            rule.file(),
            wish.get().at().start(),
            "this never holds together with \"%s %s %s\", so rule \"%s\" never finds such a %s"
                .formatted(
                    other.get().field(),
                    other.get().operator(),
                    other.get().value(),
                    rule.name(),
                    pattern.type().name()));
        return;
      }
      wishes.add(wish.get());
    }
  }

  private static Optional<Wish> read(List<Lexeme> words) {
    boolean negated = !words.isEmpty() && words.get(0).is("!");
    int start = negated ? 1 : 0;
    StringBuilder field = new StringBuilder();
    int at = start;
    while (at < words.size() && (words.get(at).isWord() || words.get(at).is("."))) {
      field.append(words.get(at++).text());
    }
    if (field.isEmpty() || field.charAt(0) == '$') {
      return Optional.empty();
    }
    if (at == words.size()) {
      return Optional.of(
          new Wish(field.toString(), "==", String.valueOf(!negated), false, words.get(start)));
    }
    if (negated || !OPERATORS.contains(words.get(at).text())) {
      return Optional.empty();
    }
    return value(words.subList(at + 1, words.size()))
        .map(
            value ->
                new Wish(
                    field.toString(),
                    words.get(start + field(words, start)).text(),
                    value,
                    words.get(words.size() - 1).kind() == Kind.NUMBER,
                    words.get(start)));
  }

  private static int field(List<Lexeme> words, int start) {
    int at = start;
    while (words.get(at).isWord() || words.get(at).is(".")) {
      at++;
    }
    return at - start;
  }

  /** A text, a number, a constant of an enum, true, false or null. */
  private static Optional<String> value(List<Lexeme> words) {
    if (words.size() == 1) {
      Lexeme only = words.get(0);
      boolean literal =
          only.kind() == Kind.TEXT
              || (only.kind() == Kind.NUMBER && only.text().matches("[0-9.]+"))
              || Set.of("true", "false", "null").contains(only.text());
      return literal ? Optional.of(only.text()) : Optional.empty();
    }
    boolean constant =
        words.size() == 3
            && words.get(1).is(".")
            && Character.isUpperCase(words.get(0).text().charAt(0))
            && words.get(2).text().equals(words.get(2).text().toUpperCase(java.util.Locale.ROOT));
    return constant
        ? Optional.of(words.get(0).text() + "." + words.get(2).text())
        : Optional.empty();
  }
}
