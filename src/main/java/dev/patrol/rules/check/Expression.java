package dev.patrol.rules.check;

import dev.patrol.rules.source.Lexeme;
import dev.patrol.rules.source.Lexeme.Kind;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an expression of a rule, tells its type, and what in it does not fit the model. It gives up
 * without a word where it does not understand.
 */
final class Expression {
  private static final Set<String> JOINING = Set.of("&&", "||", "&", "|", "^");
  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");

  private static final Map<String, FactType> LITERALS =
      Map.of(
          "null", FactType.NULL,
          "true", FactType.of(boolean.class),
          "false", FactType.of(boolean.class));
  private static final Lexeme NOTHING = new Lexeme(Kind.SIGN, "", 0);

  private final List<Lexeme> words;
  private final FactType self;
  private final Variables variables;
  private final boolean java;
  private final List<Fault> faults = new ArrayList<>();
  private Operand lastCompared = new Operand(FactType.UNKNOWN, NOTHING, NOTHING);
  private int at;

  /** Ends the reading where nothing can be said. */
  private static final class Unclear extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unclear() {
      super(null, null, false, false);
    }
  }

  /**
   * An expression.
   *
   * @param self the type of the pattern it stands in
   * @param java whether it stands in a consequence, where a field is no word of its own
   */
  Expression(List<Lexeme> words, FactType self, Variables variables, boolean java) {
    this.words = words;
    this.self = self;
    this.variables = variables;
    this.java = java;
  }

  /** What does not fit, at most one fault for a place. */
  List<Fault> faults() {
    return faults;
  }

  /** Reads it all and binds what it names. */
  FactType read() {
    try {
      if (words.size() > 2
          && words.get(0).isWord()
          && (words.get(1).is(":") || words.get(1).is(":="))) {
        variables.bind(words.get(0).text(), FactType.UNKNOWN);
        at = 2;
        FactType type = joined().type();
        variables.bind(words.get(0).text(), type);
        return type;
      }
      FactType type = joined().type();
      if (at < words.size() && words.get(at).is("?")) {
        return FactType.UNKNOWN;
      }
      return type;
    } catch (Unclear e) {
      return FactType.UNKNOWN;
    }
  }

  private Operand joined() {
    Operand left = compared(null);
    boolean joins = false;
    while (at < words.size() && JOINING.contains(words.get(at).text())) {
      Lexeme sign = words.get(at++);
      if (!java && sign.text().length() == 1) {
        faults.add(
            Fault.likely(
                sign.start(),
                "expected \"%s\" or a comma, got \"%s\""
                    .formatted(sign.text().repeat(2), sign.text())));
      }
      joins = true;
      compared(left);
    }
    return joins ? new Operand(FactType.of(boolean.class), left.first(), left.last()) : left;
  }

  /** A comparison; one that begins with its operator compares what the one before it did. */
  private Operand compared(@org.jspecify.annotations.Nullable Operand before) {
    Operand left = before != null && Comparison.begins(words, at) ? lastCompared : sum();
    lastCompared = left;
    Operand result = left;
    while (Comparison.begins(words, at)) {
      boolean negated = words.get(at).is("not");
      String operator = words.get(negated ? at + 1 : at).text();
      at += negated ? 2 : 1;
      if (operator.equals("str") || operator.equals("instanceof")) {
        throw new Unclear();
      }
      if (operator.equals("in")) {
        listed(left);
      } else {
        Operand right = sum();
        Comparison.fault(left, operator, right).ifPresent(faults::add);
      }
      result = new Operand(FactType.of(boolean.class), left.first(), words.get(at - 1));
    }
    return result;
  }

  private void listed(Operand left) {
    expect("(");
    while (!peek(")")) {
      Comparison.fault(left, "==", sum()).ifPresent(faults::add);
      if (peek(",")) {
        at++;
      }
    }
    at++;
  }

  private Operand sum() {
    Operand left = unary();
    while (at < words.size() && ARITHMETIC.contains(words.get(at).text()) && !isText(at)) {
      at++;
      Lexeme sign = words.get(at - 1);
      Operand right = unary();
      if ((sign.is("/") || sign.is("%")) && right.last().text().equals("0")) {
        faults.add(Fault.certain(right.last().start(), "a division by 0 fails"));
      }
      FactType type =
          left.type().is(String.class) || right.type().is(String.class)
              ? FactType.of(String.class)
              : left.type().isWhole() && right.type().isWhole() ? left.type() : FactType.UNKNOWN;
      left = new Operand(type, left.first(), right.last());
    }
    return left;
  }

  private boolean isText(int index) {
    return words.get(index).kind() == Kind.TEXT;
  }

  private Operand unary() {
    if (peek("!") || peek("-") || peek("+")) {
      Lexeme sign = words.get(at++);
      Operand operand = unary();
      FactType type = sign.is("!") ? FactType.of(boolean.class) : operand.type();
      if (sign.is("!") && operand.type().known() && !operand.type().isBoolean()) {
        faults.add(
            Fault.likely(
                operand.first().start(),
                "\"!\" is for yes and no; %s is %s, write %s == null"
                    .formatted(
                        operand.last().text(), operand.type().name(), operand.last().text())));
      }
      return new Operand(type, sign, operand.last());
    }
    return path();
  }

  private Operand path() {
    if (at >= words.size()) {
      throw new Unclear();
    }
    Lexeme first = words.get(at++);
    if (first.is("(")) {
      if (Comparison.begins(words, at)) {
        throw new Unclear();
      }
      Operand inner = joined();
      expect(")");
      return members(new Operand(inner.type(), first, words.get(at - 1)));
    }
    FactType type =
        switch (first.kind()) {
          case TEXT ->
              first.text().startsWith("'") && java
                  ? FactType.of(char.class)
                  : FactType.of(String.class);
          case NUMBER -> Members.number(first.text());
          case WORD -> named(first);
          default -> throw new Unclear();
        };
    return members(new Operand(type, first, words.get(at - 1)));
  }

  private FactType named(Lexeme word) {
    String name = word.text();
    if (name.equals("new")) {
      return created();
    }
    if (LITERALS.containsKey(name)) {
      return LITERALS.get(name);
    }
    if (name.equals("this")) {
      return self;
    }
    FactType bound = variables.get(name);
    if (bound != null) {
      return bound;
    }
    if (peek("(") && self.known() && !java) {
      return called(self, word);
    }
    Optional<FactType> field = java ? Optional.empty() : self.field(name);
    if (field.isPresent()) {
      return field.get();
    }
    return typeOrFault(word);
  }

  private FactType typeOrFault(Lexeme word) {
    String name = word.text();
    Optional<FactType> type = variables.types().find(name);
    if (type.isPresent() && !peek("(")) {
      return constants(type.get());
    }
    if (name.startsWith("$")) {
      fail(word, variables.unbound(name));
    } else if (Character.isUpperCase(name.charAt(0)) && peek(".")) {
      fail(word, variables.types().unknown(name));
    } else if (!java
        && (self.known() || !self.declared().isEmpty())
        && !peek("->")
        && !peek("::")) {
      qualified(word);
    }
    throw new Unclear();
  }

  /** A word that is neither field nor type begins the full name of a type, or is a mistake. */
  private void qualified(Lexeme word) {
    int end = at;
    while (end + 1 < words.size() && words.get(end).is(".") && words.get(end + 1).isWord()) {
      end += 2;
      if (variables.types().find(join(at - 1, end)).isPresent()) {
        throw new Unclear();
      }
    }
    fail(
        word,
        Facts.constant(word.text())
            .map(constant -> "no field \"%s\"; write %s".formatted(word.text(), constant))
            .orElseGet(() -> Members.noField(self, word.text())));
  }

  private String join(int from, int to) {
    StringBuilder joined = new StringBuilder();
    words.subList(from, to).forEach(word -> joined.append(word.text()));
    return joined.toString();
  }

  /** After the name of a type: its constants and static methods. */
  private FactType constants(FactType type) {
    if (!peek(".") || at + 1 >= words.size() || type.raw() == null) {
      throw new Unclear();
    }
    Lexeme member = words.get(at + 1);
    if (at + 2 < words.size() && words.get(at + 2).is("(")) {
      at += 2;
      return called(type, member);
    }
    if (type.isEnum() && !type.constants().contains(member.text()) && !member.is("class")) {
      at += 2;
      fail(member, Members.noConstant(type, member.text()));
    }
    at += 2;
    if (!type.isEnum()) {
      throw new Unclear();
    }
    return type;
  }

  private FactType created() {
    StringBuilder name = new StringBuilder();
    Lexeme first = at < words.size() ? words.get(at) : NOTHING;
    while (at < words.size() && (words.get(at).isWord() || words.get(at).is("."))) {
      name.append(words.get(at++).text());
    }
    Optional<FactType> type = variables.types().find(name.toString());
    if (type.isEmpty()) {
      fail(first, variables.types().unknown(name.toString()));
    }
    if (!peek("(")) {
      throw new Unclear();
    }
    arguments();
    return type.orElse(FactType.UNKNOWN);
  }

  private Operand members(Operand start) {
    FactType type = start.type();
    while (at < words.size()) {
      if (peek("[") || peek("#") || peek("->") || peek("::")) {
        throw new Unclear();
      }
      if (!peek(".") && !peek("!.")) {
        break;
      }
      at++;
      if (at >= words.size() || !words.get(at).isWord()) {
        throw new Unclear();
      }
      Lexeme member = words.get(at++);
      type = peek("(") ? called(type, member) : fieldOf(type, member);
    }
    return new Operand(type, start.first(), words.get(at - 1));
  }

  private FactType fieldOf(FactType type, Lexeme member) {
    Optional<FactType> field = type.field(member.text());
    if (field.isEmpty() && (type.known() || !type.declared().isEmpty())) {
      fail(member, Members.noField(type, member.text()));
    }
    if (java && field.isPresent() && type.known()) {
      fail(member, "in a consequence a field is called: %s()".formatted(member.text()));
    }
    return field.orElse(FactType.UNKNOWN);
  }

  private FactType called(FactType type, Lexeme method) {
    List<FactType> arguments = arguments();
    if (type.raw() == null) {
      return FactType.UNKNOWN;
    }
    List<Method> named = type.methods(method.text());
    if (named.isEmpty()) {
      fail(method, Members.noMethod(type, method.text()));
    }
    List<Method> fitting = named.stream().filter(each -> Members.fit(each, arguments)).toList();
    if (fitting.isEmpty()) {
      fail(method, Members.wrongArguments(type, method.text(), named, arguments));
    }
    return fitting.isEmpty() ? FactType.UNKNOWN : FactType.of(fitting.get(0).getReturnType());
  }

  private List<FactType> arguments() {
    expect("(");
    List<FactType> types = new ArrayList<>();
    while (!peek(")")) {
      types.add(joined().type());
      if (peek(",")) {
        at++;
      } else if (!peek(")")) {
        throw new Unclear();
      }
    }
    at++;
    return types;
  }

  private void fail(Lexeme place, String message) {
    faults.add(Fault.likely(place.start(), message));
    throw new Unclear();
  }

  private boolean peek(String sign) {
    return at < words.size() && words.get(at).is(sign);
  }

  private void expect(String sign) {
    if (!peek(sign)) {
      throw new Unclear();
    }
    at++;
  }
}
