package dev.patrol.report;

import dev.patrol.model.InventoryIssue;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;

/** The rows of {@code inventory-issues.csv}. */
final class IssueTable implements Closeable {
  static final String NAME = "inventory-issues.csv";

  /** As one reads the files. */
  static final Comparator<InventoryIssue> ORDER =
      Comparator.comparing(InventoryIssue::file)
          .thenComparingLong(InventoryIssue::line)
          .thenComparing(InventoryIssue::column)
          .thenComparing(InventoryIssue::problem)
          .thenComparing(InventoryIssue::value);

  private final CsvFile file;

  IssueTable(OutputStream out) throws IOException {
    file = new CsvFile(out, "file,line,column,value,problem");
  }

  void add(InventoryIssue issue) throws IOException {
    file.row(
        SafeText.of(issue.file()),
        issue.line(),
        SafeText.of(issue.column()),
        SafeText.of(issue.value()),
        SafeText.of(issue.problem()));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
