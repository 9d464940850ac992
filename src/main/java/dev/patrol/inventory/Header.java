package dev.patrol.inventory;

import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of one file, in the order in which they stand there. */
final class Header {
  private final Sheet sheet;
  private final List<String> columns;
  private final Map<String, Integer> places;
  private final Map<String, Integer> attributes;

  private Header(Sheet sheet, List<String> columns, Map<String, Integer> places) {
    this.sheet = sheet;
    this.columns = columns;
    this.places = places;
    this.attributes = new LinkedHashMap<>();
    places.forEach(
        (column, place) -> {
          if (!sheet.names(column)) {
            attributes.put(column, place);
          }
        });
  }

  /**
   * Checks the header row.
   *
   * @throws ProblemsException when a required column is missing or a column stands there twice
   */
  static Header of(Sheet sheet, List<String> cells, Path file, long line) {
    List<String> columns = cells.stream().map(Characters::trim).toList();
    List<Problem> problems = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      Integer earlier = column.isEmpty() ? null : places.putIfAbsent(column, i);
      if (earlier != null) {
        problems.add(
            problem(
                file,
                line,
                "column \"%s\" stands in the header twice, as column %d and column %d"
                    .formatted(column, earlier + 1, i + 1)));
      }
    }
    for (String column : sheet.required()) {
      if (!places.containsKey(column)) {
        problems.add(problem(file, line, missing(column, columns)));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return new Header(sheet, columns, places);
  }

  /** The file that this is the header of. */
  Sheet sheet() {
    return sheet;
  }

  /** How many cells each row has. */
  int size() {
    return columns.size();
  }

  /** The name of a column, counted from 0; empty for one without a name or beyond the header. */
  String column(int place) {
    return place < columns.size() ? columns.get(place) : "";
  }

  /** Where the column stands, counted from 0, or -1. */
  int place(String column) {
    return places.getOrDefault(column, -1);
  }

  /** The columns that the contract does not name, and where they stand. */
  Map<String, Integer> attributes() {
    return attributes;
  }

  private static String missing(String column, List<String> columns) {
    String found =
        columns.stream()
            .map(name -> '"' + Characters.visible(name) + '"')
            .collect(Collectors.joining(", "));
    String message = "required column \"%s\" is missing, found %s".formatted(column, found);
    for (char separator : new char[] {';', '\t'}) {
      if (columns.size() == 1 && columns.get(0).indexOf(separator) >= 0) {
        return message
            + "; cells must be separated by commas, not by "
            + (separator == ';' ? "semicolons" : "tabs");
      }
    }
    return message;
  }

  private static Problem problem(Path file, long line, String message) {
    return new Problem(FileName.of(file), Math.toIntExact(line), 0, message);
  }
}
