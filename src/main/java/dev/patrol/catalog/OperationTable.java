package dev.patrol.catalog;

import dev.patrol.model.BodyType;
import dev.patrol.model.Level;
import dev.patrol.model.Operation;
import dev.patrol.model.SideEffect;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads operations from a CSV table and reports everything that is wrong with it at once. */
final class OperationTable {
  private static final Set<String> REQUIRED =
      new TreeSet<>(
          Set.of(
              "operation",
              "method",
              "path",
              "permissions",
              "permission_level",
              "required_query",
              "required_body",
              "body_type",
              "side_effect"));
  private static final Set<String> METHODS =
      new TreeSet<>(Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "WS"));
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
  private static final Pattern PATH =
      Pattern.compile("(?:/(?:[^/{}?#\\s]+|\\{[A-Za-z_][A-Za-z0-9_]*}))+");
  private static final Pattern LIST = Pattern.compile("(?:[^;\\s]+(?: *; *[^;\\s]+)*)?");

  private final String source;
  private final List<Problem> problems = new ArrayList<>();

  private OperationTable(String source) {
    this.source = source;
  }

  /**
   * The operations of a table, in its order.
   *
   * @param source how problems name the table
   * @throws ProblemsException with every problem of the table
   */
  static List<Operation> read(String source, byte[] bytes) {
    return new OperationTable(source).read(bytes);
  }

  private List<Operation> read(byte[] bytes) {
    List<Operation> operations = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (Table.Row row : Table.read(source, bytes, REQUIRED, problems)) {
      int before = problems.size();
      Operation operation = operation(row);
      if (problems.size() == before) {
        unique(row, "operation", operation.id(), lines);
        if (!operation.isOAuthFlow()) {
          // The token endpoint is one path for several grants, told apart by the body.
          unique(row, "path", key(operation), lines);
        }
        operations.add(operation);
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return operations;
  }

  /** What a request is matched by: equal for operations that answer the same requests. */
  static String key(Operation operation) {
    return operation.method() + " " + PathTemplate.of(operation.path()).shape();
  }

  private void unique(Table.Row row, String column, String value, Map<String, Integer> lines) {
    Integer first = lines.putIfAbsent(column + " " + value, row.line());
    if (first != null) {
      problem(row, column, "a value of its own, already used in line " + first, value);
    }
  }

  private Operation operation(Table.Row row) {
    Level level = constant(row, "permission_level", Level.values(), Level::id);
    return new Operation(
        matching(row, "operation", ID, "an id such as bot-get"),
        word(row, "method", METHODS),
        path(row),
        new TreeSet<>(list(row, "permissions")),
        yes(row, "points_certain", true),
        level,
        yes(row, "needs_workspace", level == Level.WORKSPACE),
        list(row, "required_query"),
        list(row, "required_body"),
        constant(row, "body_type", BodyType.values(), BodyType::id),
        constant(row, "side_effect", SideEffect.values(), SideEffect::id),
        yes(row, "deprecated", false),
        row.cell("doc"),
        row.cell("notes"));
  }

  private String path(Table.Row row) {
    String path = matching(row, "path", PATH, "a path such as /v1/bots/{bot_id}");
    Set<String> names = new HashSet<>();
    for (String segment : PathTemplate.of(path).segments()) {
      if (PathTemplate.isVariable(segment) && !names.add(segment)) {
        problem(row, "path", "variables of different names", path);
      }
    }
    return path;
  }

  private String matching(Table.Row row, String column, Pattern pattern, String expected) {
    String value = row.cell(column);
    if (!pattern.matcher(value).matches()) {
      problem(row, column, expected, value);
    }
    return value;
  }

  private String word(Table.Row row, String column, Set<String> words) {
    String value = row.cell(column);
    if (!words.contains(value)) {
      problem(row, column, "one of " + String.join(", ", words), value);
    }
    return value;
  }

  private List<String> list(Table.Row row, String column) {
    String value = matching(row, column, LIST, "names separated by semicolons");
    List<String> names =
        Arrays.stream(value.split(";", -1)).map(String::strip).filter(n -> !n.isEmpty()).toList();
    if (new HashSet<>(names).size() < names.size()) {
      problem(row, column, "each name once", value);
    }
    return names;
  }

  private <T> T constant(Table.Row row, String column, T[] constants, Function<T, String> id) {
    String value = row.cell(column);
    for (T constant : constants) {
      if (id.apply(constant).equals(value)) {
        return constant;
      }
    }
    String ids = Stream.of(constants).map(id).collect(Collectors.joining(", "));
    problem(row, column, "one of " + ids, value);
    return constants[0];
  }

  private boolean yes(Table.Row row, String column, boolean otherwise) {
    String value = row.cell(column).toLowerCase(Locale.ROOT);
    if (!value.isEmpty() && !value.equals("yes") && !value.equals("no")) {
      problem(row, column, "yes or no", row.cell(column));
    }
    return value.isEmpty() ? otherwise : value.equals("yes");
  }

  private void problem(Table.Row row, String column, String expected, String value) {
    String message = column + ": expected " + expected + ", got \"" + value + "\"";
    problems.add(new Problem(source, row.line(), 0, message));
  }
}
