package dev.patrol.catalog;

import dev.patrol.model.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the operations of a path, segment by segment. */
final class PathIndex {
  private final Node root = new Node();

  private static final class Node {
    private final Map<String, Node> literals = new HashMap<>();
    private final List<Operation> operations = new ArrayList<>();
    private @Nullable Node variable;
  }

  private record Match(int literals, List<Operation> operations) {}

  PathIndex(Collection<Operation> operations) {
    operations.forEach(this::add);
  }

  /**
   * The operations of the template that matches with the most literal segments, with any method;
   * empty when none matches. Of two equally literal ones the one whose literals stand further left
   * wins.
   */
  List<Operation> match(List<String> segments) {
    Match match = match(root, segments, 0, 0);
    return match == null ? List.of() : match.operations();
  }

  private void add(Operation operation) {
    Node node = root;
    for (String segment : PathTemplate.of(operation.path()).segments()) {
      if (PathTemplate.isVariable(segment)) {
        if (node.variable == null) {
          node.variable = new Node();
        }
        node = node.variable;
      } else {
        node = node.literals.computeIfAbsent(segment, absent -> new Node());
      }
    }
    node.operations.add(operation);
  }

  private static @Nullable Match match(Node node, List<String> segments, int at, int literals) {
    if (at == segments.size()) {
      return node.operations.isEmpty() ? null : new Match(literals, node.operations);
    }
    String segment = segments.get(at);
    Node literal = node.literals.get(segment);
    Match best = literal == null ? null : match(literal, segments, at + 1, literals + 1);
    if (node.variable != null && !segment.isEmpty()) {
      Match other = match(node.variable, segments, at + 1, literals);
      if (other != null && (best == null || other.literals() > best.literals())) {
        best = other;
      }
    }
    return best;
  }
}
