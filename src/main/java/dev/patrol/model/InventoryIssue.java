package dev.patrol.model;

/**
 * Something wrong with an inventory row.
 *
 * @param file the file's name, such as {@code tokens.csv}
 * @param line the line on which the row begins, counted from 1
 * @param column the column's name; empty when the row as a whole is meant
 * @param value the cell, redacted and shortened
 * @param problem what was expected
 */
public record InventoryIssue(String file, long line, String column, String value, String problem) {
  private static final int LONGEST_VALUE = 200;

  public InventoryIssue {
    value = Redaction.mask(value);
    if (value.length() > LONGEST_VALUE) {
      value = value.substring(0, LONGEST_VALUE) + "…";
    }
    problem = Redaction.mask(problem);
  }

  @Override
  public String toString() {
    return file
        + ":"
        + line
        + ": "
        + (column.isEmpty() ? "" : column + ": ")
        + problem
        + (value.isEmpty() ? "" : ", got \"" + value + "\"");
  }
}
