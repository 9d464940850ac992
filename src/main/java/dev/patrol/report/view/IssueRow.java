package dev.patrol.report.view;

/**
 * Something wrong with an inventory row.
 *
 * @param place file and line
 * @param column the column; may be empty
 * @param value the cell; may be empty
 * @param problem what was expected
 */
public record IssueRow(String place, String column, String value, String problem) {}
