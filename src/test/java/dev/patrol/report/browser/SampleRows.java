package dev.patrol.report.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What a page must show, taken from the tables beside it. */
final class SampleRows {
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private SampleRows() {}

  static List<CSVRecord> of(Path table) {
    try (CSVParser parser = CSVParser.parse(table, UTF_8, CSV)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A column of the rows that are meant. */
  static List<String> column(Path table, String column, Predicate<CSVRecord> meant) {
    return of(table).stream().filter(meant).map(row -> row.get(column)).toList();
  }

  /** The endpoints whose rows in the inventory hold the word in what the page is searched by. */
  static List<String> endpoints(Path report, String word) {
    List<String> judged = column(report.resolve("endpoints.csv"), "endpoint", row -> true);
    return column(
        Audits.SAMPLE.resolve("endpoints.csv"),
        "endpoint",
        row ->
            judged.contains(row.get("endpoint"))
                && Stream.of("endpoint", "token", "workspace", "application", "method", "url")
                    .anyMatch(name -> row.get(name).contains(word)));
  }
}
