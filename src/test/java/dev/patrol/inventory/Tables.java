package dev.patrol.inventory;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random tables, and the many ways to write the same one. */
final class Tables {
  private static final String[] LINE_BREAKS = {"\n", "\r\n", "\r"};

  private Tables() {}

  /** Cells with everything that quoting is about, and characters of one to four bytes. */
  static Arbitrary<String> cells() {
    Arbitrary<String> odd =
        Arbitraries.of(",", "\"", "\"\"", "\n", "\r\n", " ", ";", "扣子", "é", "𠮷", "😀", "a", "@");
    return odd.list().ofMaxSize(6).map(parts -> String.join("", parts));
  }

  /** Tables of rows with the same number of cells; the last cell keeps rows from being blank. */
  static Arbitrary<List<List<String>>> tables() {
    return Arbitraries.integers()
        .between(0, 4)
        .flatMap(
            width ->
                cells()
                    .list()
                    .ofSize(width)
                    .map(row -> append(row, "end"))
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(8));
  }

  /** Writes a table; quotes where needed and elsewhere by chance, with any line breaks. */
  static String write(List<List<String>> table, Random chance) {
    StringBuilder csv = new StringBuilder();
    for (int i = 0; i < table.size(); i++) {
      for (int j = 0; j < table.get(i).size(); j++) {
        csv.append(j == 0 ? "" : ",").append(quote(table.get(i).get(j), chance));
      }
      boolean last = i == table.size() - 1;
      csv.append(last && chance.nextBoolean() ? "" : LINE_BREAKS[chance.nextInt(3)]);
      if (!last && chance.nextInt(5) == 0) {
        csv.append(" \t".repeat(chance.nextInt(2))).append(LINE_BREAKS[chance.nextInt(3)]);
      }
    }
    return csv.toString();
  }

  static String quote(String cell, Random chance) {
    boolean needed = cell.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    if (!needed && chance.nextBoolean()) {
      return cell;
    }
    return "\"" + cell.replace("\"", "\"\"") + "\"" + " ".repeat(chance.nextInt(2));
  }

  private static List<String> append(List<String> row, String cell) {
    return Stream.concat(row.stream(), Stream.of(cell)).toList();
  }
}
