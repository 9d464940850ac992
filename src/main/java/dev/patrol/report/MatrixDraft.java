package dev.patrol.report;

import dev.patrol.report.row.TokenRow;
import dev.patrol.report.row.TokenRow.Least;
import dev.patrol.report.view.Matrix;
import dev.patrol.report.view.Matrix.Column;
import dev.patrol.report.view.Matrix.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Holds tokens against workspaces. */
final class MatrixDraft {
  static final int COLUMNS = 16;
  static final int ROWS = 60;

  private MatrixDraft() {}

  /**
   * The matrix of these tokens, with the workspaces that most of them touch.
   *
   * @param left how many more tokens there are
   */
  static Matrix of(List<TokenRow> tokens, long left, Directory directory) {
    Map<String, Integer> uses = new TreeMap<>();
    for (TokenRow token : tokens) {
      workspaces(token.workspaces())
          .filter(id -> !id.equals("…"))
          .distinct()
          .forEach(id -> uses.merge(id, 1, Integer::sum));
    }
    List<String> columns =
        uses.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(COLUMNS)
            .map(Map.Entry::getKey)
            .toList();
    List<Row> rows =
        tokens.stream()
            .filter(token -> workspaces(token.workspaces()).findAny().isPresent())
            .map(token -> row(token, columns))
            .toList();
    return new Matrix(
        columns.stream()
            .map(id -> new Column(id, Words.person(directory.workspaceName(id))))
            .toList(),
        rows,
        uses.size() - columns.size(),
        left);
  }

  private static Stream<String> workspaces(Least least) {
    return Stream.of(least.items(), least.unused()).flatMap(List::stream);
  }

  private static Row row(TokenRow token, List<String> columns) {
    Least least = token.workspaces();
    return new Row(
        token.id(),
        columns.stream()
            .map(
                id ->
                    least.missing().contains(id)
                        ? "missing"
                        : least.items().contains(id)
                            ? "granted"
                            : least.unused().contains(id) ? "unused" : "")
            .toList());
  }
}
