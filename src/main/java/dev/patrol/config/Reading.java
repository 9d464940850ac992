package dev.patrol.config;

import dev.patrol.model.Redaction;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.yaml.Node;
import dev.patrol.yaml.Node.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** One reading of a file: the settings asked for so far, and all that was found wrong. */
final class Reading {
  private static final int LONGEST_VALUE = 80;

  private final String source;
  private final List<Problem> problems = new ArrayList<>();
  private final SortedSet<String> settings = new TreeSet<>();
  private final List<Unknown> unknown = new ArrayList<>();

  /** An entry that nothing asked for; it is judged when all settings are known. */
  private record Unknown(Entry entry, String section, Set<String> siblings) {}

  Reading(String source) {
    this.source = source;
  }

  /** Remembers that there is such a setting, for suggestions. */
  void asked(String path) {
    settings.add(path);
  }

  /** The settings asked for, by path. */
  SortedSet<String> settings() {
    return settings;
  }

  void problem(Node at, String message) {
    problem(at.line(), at.column(), message);
  }

  void problem(Entry at, String message) {
    problem(at.line(), at.column(), message);
  }

  /** A value that a setting cannot take. A sensitive one is not shown. */
  void unexpected(Node value, String path, String expected, boolean sensitive) {
    String place = path.isEmpty() ? "" : path + ": ";
    problem(value, place + expected + ", got " + shown(value, sensitive));
  }

  /** An entry that is no setting of its section, whose settings are the siblings. */
  void unknown(Entry entry, String section, Set<String> siblings) {
    unknown.add(new Unknown(entry, section, siblings));
  }

  /** Ends the reading; throws all problems, if there are any. */
  void finish() {
    for (Unknown each : unknown) {
      String path =
          each.section().isEmpty()
              ? each.entry().name()
              : each.section() + "." + each.entry().name();
      String hint = suggestion(each).map(name -> " (did you mean " + name + "?)").orElse("");
      problem(each.entry(), path + ": no such setting" + hint);
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
  }

  /** A sibling with a similar name, else a setting of the same name in another section. */
  private Optional<String> suggestion(Unknown each) {
    return Nearest.to(each.entry().name(), each.siblings())
        .or(
            () ->
                settings.stream()
                    .filter(path -> path.endsWith("." + each.entry().name()))
                    .filter(path -> path.indexOf('[') < 0)
                    .findFirst());
  }

  private void problem(int line, int column, String message) {
    problems.add(new Problem(source, line, column, Redaction.mask(message)));
  }

  private static String shown(Node value, boolean sensitive) {
    if (value instanceof Node.Scalar scalar) {
      return sensitive ? Redaction.MARK : quoted(scalar.text());
    }
    return value instanceof Node.Sequence
        ? "a list"
        : value instanceof Node.Mapping ? "names with values" : "nothing";
  }

  /** The text as messages show it: cut, on one line, without anything token-shaped. */
  static String quoted(String text) {
    String masked = Redaction.url(text).replaceAll("\\p{Cntrl}", " ");
    String cut =
        masked.length() > LONGEST_VALUE ? masked.substring(0, LONGEST_VALUE) + "..." : masked;
    return cut.matches("-?[0-9.]+") ? cut : '"' + cut + '"';
  }
}
