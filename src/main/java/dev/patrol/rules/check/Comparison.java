package dev.patrol.rules.check;

import dev.patrol.model.EditDistance;
import dev.patrol.rules.source.Lexeme;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Says what is wrong with the two sides of an operator. */
final class Comparison {
  private static final Set<String> COMPARING =
      Set.of(
          "==",
          "!=",
          "<",
          ">",
          "<=",
          ">=",
          "in",
          "matches",
          "contains",
          "memberOf",
          "excludes",
          "soundslike",
          "after",
          "before",
          "instanceof",
          "str");
  private static final Set<String> ORDERING = Set.of("<", ">", "<=", ">=");
  private static final Set<String> EQUALITY = Set.of("==", "!=", "in", "not in");
  private static final int NEAR = 3;

  private Comparison() {}

  /** Whether an operator begins at an index, perhaps after {@code not}. */
  static boolean begins(List<Lexeme> words, int index) {
    if (index >= words.size() || words.get(index).kind() == Lexeme.Kind.TEXT) {
      return false;
    }
    boolean negated = words.get(index).is("not") && index + 1 < words.size();
    return COMPARING.contains(words.get(negated ? index + 1 : index).text());
  }

  static Optional<Fault> fault(Operand left, String operator, Operand right) {
    if (operator.endsWith("matches")) {
      return matches(left, right);
    }
    FactType a = left.type();
    FactType b = right.type();
    if (operator.endsWith("contains") && a.known() && !holdsItems(raw(left))) {
      return Optional.of(
          Fault.likely(
              left.last().start(),
              "\"contains\" is for lists and texts; %s is %s%s"
                  .formatted(
                      left.last().text(),
                      a.name(),
                      a.methods("covers").isEmpty()
                          ? ""
                          : ", write %s.covers(...)".formatted(left.last().text()))));
    }
    if ((!ORDERING.contains(operator) && !EQUALITY.contains(operator))
        || b.isNull()
        || !a.known()
        || !b.known()) {
      return Optional.empty();
    }
    if (a.isEnum() && right.isText()) {
      return Optional.of(
          Fault.certain(
              right.first().start(),
              "%s is a %s, not a text; write %s"
                  .formatted(left.last().text(), a.name(), constant(a, right.first().content()))));
    }
    if (a.is(Instant.class) && (b.isNumber() || right.isText())) {
      return Optional.of(
          Fault.likely(
              right.first().start(),
              "%s is a moment (Instant), %s; for days write $today.daysUntil(%s) %s 14, with $today : Today() before it"
                  .formatted(
                      left.last().text(),
                      b.isNumber() ? "not a number" : "not a text",
                      left.last().text(),
                      ORDERING.contains(operator) ? operator : "<")));
    }
    if (ORDERING.contains(operator) && (a.isBoolean() || b.isBoolean() || a.isEnum())) {
      return Optional.of(
          Fault.likely(
              left.first().start(), "a %s has no order for \"%s\"".formatted(a.name(), operator)));
    }
    return a.takes(b) || b.takes(a)
        ? Optional.empty()
        : Optional.of(
            Fault.likely(
                right.first().start(),
                "%s is %s, but %s is %s: they cannot be compared"
                    .formatted(left.last().text(), a.name(), right.last().text(), b.name())));
  }

  /** The constant that a text probably means. */
  private static String constant(FactType type, String text) {
    String wanted = text.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    List<String> constants = type.constants();
    return constants.stream()
        .filter(name -> EditDistance.between(wanted, name, NEAR) < NEAR)
        .min(
            (x, y) ->
                Integer.compare(
                    EditDistance.between(wanted, x, NEAR), EditDistance.between(wanted, y, NEAR)))
        .map(name -> type.name() + "." + name)
        .orElseGet(() -> "one of " + type.name() + "." + String.join(", ", constants));
  }

  private static Optional<Fault> matches(Operand left, Operand right) {
    if (left.type().known() && !CharSequence.class.isAssignableFrom(raw(left))) {
      return Optional.of(
          Fault.likely(
              left.first().start(),
              "\"matches\" is for texts; %s is %s"
                  .formatted(left.last().text(), left.type().name())));
    }
    if (!right.isText()) {
      return Optional.empty();
    }
    String expression;
    try {
      expression = right.first().content().translateEscapes();
    } catch (IllegalArgumentException e) {
      return Optional.of(
          Fault.certain(
              right.first().start(), "in a text a backslash is written twice, as in \"\\\\d+\""));
    }
    try {
      Pattern.compile(expression);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      int index = Math.max(0, Math.min(e.getIndex(), right.first().text().length() - 1));
      return Optional.of(
          Fault.certain(
              right.first().start() + 1 + (e.getIndex() < 0 ? 0 : index),
              "no regular expression: " + e.getDescription().toLowerCase(Locale.ROOT)));
    }
  }

  private static boolean holdsItems(Class<?> type) {
    return Iterable.class.isAssignableFrom(type)
        || java.util.Map.class.isAssignableFrom(type)
        || CharSequence.class.isAssignableFrom(type)
        || type.isArray();
  }

  private static Class<?> raw(Operand operand) {
    Class<?> raw = operand.type().raw();
    return raw == null ? Object.class : raw;
  }
}
