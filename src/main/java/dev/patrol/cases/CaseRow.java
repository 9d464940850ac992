package dev.patrol.cases;

import dev.patrol.yaml.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the inventory as a case gives it, by the names of the columns.
 *
 * @param line where it stands in the case file
 * @param column where it begins there
 * @param cells what is given
 */
record CaseRow(int line, int column, Map<String, Cell> cells) {

  /** One cell and where it stands; 0 for one that is a default. */
  record Cell(int line, int column, String text) {}

  /** A row of which nothing is given. */
  static CaseRow empty(Node at) {
    return new CaseRow(at.line(), at.column(), new LinkedHashMap<>());
  }

  boolean has(String name) {
    return cells.containsKey(name);
  }

  /** The cell's text; empty when it is not given. */
  String text(String name) {
    @Nullable Cell cell = cells.get(name);
    return cell == null ? "" : cell.text();
  }

  /** Fills a cell that is not given. */
  void or(String name, String text) {
    cells.putIfAbsent(name, new Cell(0, 0, text));
  }
}
