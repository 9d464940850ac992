package dev.patrol.report.view;

import java.util.List;

/**
 * Tokens against workspaces.
 *
 * @param columns the workspaces
 * @param rows the tokens
 * @param moreColumns how many workspaces there was no room for
 * @param moreRows how many tokens there was no room for
 */
public record Matrix(List<Column> columns, List<Row> rows, long moreColumns, long moreRows) {
  public Matrix {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A workspace.
   *
   * @param id its id
   * @param name what people call it; may be empty
   */
  public record Column(String id, String name) {}

  /**
   * A token.
   *
   * @param token its id
   * @param cells for each workspace {@code granted}, {@code missing}, {@code unused} or nothing
   */
  public record Row(String token, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }
}
