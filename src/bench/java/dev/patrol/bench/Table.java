package dev.patrol.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table of results; the first column tells what was measured. */
final class Table {
  private final String title;
  private final List<String> columns;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  Table(String title, String... columns) {
    this.title = title;
    this.columns = List.of(columns);
  }

  /** Adds a row with a cell for each column. */
  Table row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException("expected " + columns.size() + " cells");
    }
    rows.add(List.of(cells));
    return this;
  }

  /** Adds a sentence below the table, such as a target and whether it was met. */
  Table remark(String sentence) {
    remarks.add(sentence);
    return this;
  }

  /** The table in Markdown, its columns aligned so that it reads well as plain text too. */
  String markdown() {
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      int widest = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
      widths.add(Math.max(3, Math.max(columns.get(i).length(), widest)));
    }
    StringBuilder text = new StringBuilder("**" + title + "**\n\n");
    text.append(line(columns, widths));
    for (int i = 0; i < widths.size(); i++) {
      text.append('|').append("-".repeat(widths.get(i) + 1)).append(i == 0 ? '-' : ':');
    }
    text.append("|\n");
    rows.forEach(row -> text.append(line(row, widths)));
    if (!remarks.isEmpty()) {
      text.append('\n');
      remarks.forEach(remark -> text.append("- ").append(remark).append('\n'));
    }
    return text.toString();
  }

  private static String line(List<String> cells, List<Integer> widths) {
    List<String> padded = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      padded.add(cells.get(i) + " ".repeat(widths.get(i) - cells.get(i).length()));
    }
    return padded.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
