package dev.patrol.report.view;

import java.util.List;

/**
 * The rows that the page shows of a table, which may be longer.
 *
 * @param rows the rows shown
 * @param left how many rows are not shown
 */
public record Part<T>(List<T> rows, long left) {
  public Part {
    rows = List.copyOf(rows);
  }

  /** How many rows the whole table has. */
  public long size() {
    return rows.size() + left;
  }
}
