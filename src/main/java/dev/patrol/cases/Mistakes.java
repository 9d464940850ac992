package dev.patrol.cases;

import dev.patrol.model.Redaction;
import dev.patrol.problem.Problem;
import dev.patrol.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with one case file. */
final class Mistakes {
  private final String source;
  private final List<Problem> problems = new ArrayList<>();

  Mistakes(String source) {
    this.source = source;
  }

  /** How problems name the file. */
  String source() {
    return source;
  }

  void at(Node node, String message) {
    at(node.line(), node.column(), message);
  }

  void at(Node.Entry entry, String message) {
    at(entry.line(), entry.column(), message);
  }

  void at(int line, int column, String message) {
    problems.add(new Problem(source, line, column, Redaction.mask(message)));
  }

  void addAll(List<Problem> others) {
    problems.addAll(others);
  }

  List<Problem> problems() {
    return problems;
  }
}
