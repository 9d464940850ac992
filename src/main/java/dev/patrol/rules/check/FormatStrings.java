package dev.patrol.rules.check;

import dev.patrol.rules.source.Lexeme;
import dev.patrol.rules.source.Lexeme.Kind;
import dev.patrol.rules.source.SourceRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds the patterns of evidence against the values given for them. */
final class FormatStrings {
  private static final Set<String> SPEAKING = Set.of("fail", "suspect", "warn", "pass", "unsure");
  private static final Pattern PLACE =
      Pattern.compile("%(?:(\\d+)\\$)?([-#+ 0,(<]*)(\\d+)?(\\.\\d+)?([tT])?([a-zA-Z%])?");
  private static final String CONVERSIONS = "bBhHsScCdoxXeEfgGaAn%";

  private final Variables variables;
  private final List<Lexeme> words;
  private final List<Fault> faults = new ArrayList<>();
  private final List<Fault> slips = new ArrayList<>();

  FormatStrings(SourceRule rule, Variables variables) {
    this.variables = variables;
    this.words = rule.span().consequence();
    read();
  }

  /** What fails when the rule fires. */
  List<Fault> faults() {
    return faults;
  }

  /** Values that are never shown. */
  List<Fault> slips() {
    return slips;
  }

  private void read() {
    for (int i = 3; i < words.size(); i++) {
      String owner = words.get(i - 3).text();
      String method = words.get(i - 1).text();
      boolean speaks =
          (owner.equals("audit") && SPEAKING.contains(method))
              || (owner.equals("String") && method.equals("format"));
      if (words.get(i).is("(") && words.get(i - 2).is(".") && speaks) {
        check(arguments(i + 1));
      }
    }
  }

  private List<List<Lexeme>> arguments(int from) {
    List<List<Lexeme>> arguments = new ArrayList<>();
    int depth = 0;
    int start = from;
    for (int i = from; i < words.size(); i++) {
      Lexeme word = words.get(i);
      boolean closes = word.is(")") || word.is("]") || word.is("}");
      if (depth == 0 && (closes || word.is(","))) {
        arguments.add(words.subList(start, i));
        start = i + 1;
      }
      if (depth == 0 && closes) {
        break;
      }
      depth += closes ? -1 : word.is("(") || word.is("[") || word.is("{") ? 1 : 0;
    }
    return arguments;
  }

  private void check(List<List<Lexeme>> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      List<Lexeme> argument = arguments.get(i);
      if (argument.size() == 1 && argument.get(0).kind() == Kind.TEXT) {
        check(argument.get(0), arguments.subList(i + 1, arguments.size()));
        return;
      }
    }
  }

  private void check(Lexeme pattern, List<List<Lexeme>> values) {
    Matcher place = PLACE.matcher(pattern.text());
    int ordinary = 0;
    int most = 0;
    while (place.find()) {
      int offset = pattern.start() + place.start();
      String conversion = place.group(6);
      if (isNone(place)) {
        faults.add(
            Fault.certain(
                offset,
                "\"%s\" is no placeholder; write %%s for a value, %%%% for a percent sign"
                    .formatted(place.group())));
        return;
      }
      if (conversion.equals("%") || conversion.equals("n") || place.group(2).contains("<")) {
        continue;
      }
      int index = place.group(1) == null ? ++ordinary : Integer.parseInt(place.group(1));
      most = Math.max(most, index);
      if (index >= 1 && index <= values.size()) {
        fits(place.group(), conversion.charAt(0), values.get(index - 1), offset);
      }
    }
    if (most > values.size()) {
      faults.add(
          Fault.certain(
              pattern.start(),
              "the text has %d placeholder%s, but %d value%s follow%s"
                  .formatted(
                      most,
                      most == 1 ? "" : "s",
                      values.size(),
                      values.size() == 1 ? "" : "s",
                      values.size() == 1 ? "s" : "")));
    } else if (most < values.size()) {
      slips.add(
          Fault.certain(
              values.get(most).isEmpty() ? pattern.start() : values.get(most).get(0).start(),
              "the text has no placeholder for this value, so it is never shown"));
    }
  }

  /** A space between sign and letter is allowed, and yet means a percent sign. */
  private static boolean isNone(Matcher place) {
    String conversion = place.group(6);
    return conversion == null
        || (place.group(5) == null && !CONVERSIONS.contains(conversion))
        || place.group(2).contains(" ");
  }

  private void fits(String placeholder, char conversion, List<Lexeme> value, int offset) {
    Expression expression = new Expression(value, FactType.UNKNOWN, variables, true);
    FactType type = expression.read();
    boolean whole = "doxX".indexOf(conversion) >= 0;
    boolean decimal = "eEfgGaA".indexOf(conversion) >= 0;
    boolean fits =
        !type.known()
            || (!whole && !decimal)
            || (whole && type.isWhole())
            || (decimal && type.isNumber() && !type.isWhole());
    if (!fits) {
      faults.add(
          Fault.certain(
              offset,
              "\"%s\" shows a %s number, but the value is %s; write %s"
                  .formatted(
                      placeholder,
                      whole ? "whole" : "decimal",
                      type.name(),
                      type.isWhole() ? "%d" : "%s")));
    }
  }
}
