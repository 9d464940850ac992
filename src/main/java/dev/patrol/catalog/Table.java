package dev.patrol.catalog;

import dev.patrol.problem.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV table with a header row: UTF-8, RFC 4180, columns in any order. */
final class Table {
  private final String source;
  private final List<Problem> problems;
  private int line = 1;

  /** One row: where it starts, and its trimmed cells by column. */
  record Row(int line, Map<String, String> cells) {
    /** The cell, empty when the table has no such column. */
    String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  private Table(String source, List<Problem> problems) {
    this.source = source;
    this.problems = problems;
  }

  /** Reads all sound rows; what is wrong with the others is added to the problems. */
  static List<Row> read(
      String source, byte[] bytes, Set<String> requiredColumns, List<Problem> problems) {
    return new Table(source, problems).read(bytes, requiredColumns);
  }

  private List<Row> read(byte[] bytes, Set<String> requiredColumns) {
    try (CSVParser parser =
        CSVFormat.RFC4180.builder().get().parse(new StringReader(decode(bytes)))) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        problem("expected a header row with the columns " + String.join(", ", requiredColumns));
        return List.of();
      }
      List<String> header = header(records.next(), requiredColumns);
      return header.isEmpty() ? List.of() : rows(parser, records, header);
    } catch (CharacterCodingException e) {
      problems.add(Problem.in(source, "expected text in UTF-8"));
    } catch (IOException | UncheckedIOException e) {
      problem("expected CSV text with closed quotes, got a row that cannot be read");
    }
    return List.of();
  }

  private List<String> header(CSVRecord record, Set<String> requiredColumns) {
    List<String> header = record.stream().map(String::strip).toList();
    Set<String> missing = new TreeSet<>(requiredColumns);
    header.forEach(missing::remove);
    Set<String> seen = new TreeSet<>();
    List<String> twice =
        header.stream().filter(name -> !name.isEmpty() && !seen.add(name)).toList();
    twice.forEach(name -> problem(name + ": expected one column of this name, got two"));
    missing.forEach(name -> problem(name + ": expected a column of this name, got none"));
    return twice.isEmpty() && missing.isEmpty() ? header : List.of();
  }

  private List<Row> rows(CSVParser parser, Iterator<CSVRecord> records, List<String> header) {
    List<Row> rows = new ArrayList<>();
    line = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
    while (records.hasNext()) {
      CSVRecord record = records.next();
      boolean blank = record.size() == 1 && record.get(0).isBlank();
      if (!blank && record.size() != header.size()) {
        problem("expected " + header.size() + " cells, got " + record.size());
      } else if (!blank) {
        rows.add(row(line, header, record));
      }
      line = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
    }
    return rows;
  }

  private static Row row(int line, List<String> header, CSVRecord record) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      cells.put(header.get(i), record.get(i).strip());
    }
    return new Row(line, cells);
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private void problem(String message) {
    problems.add(new Problem(source, line, 0, message));
  }
}
