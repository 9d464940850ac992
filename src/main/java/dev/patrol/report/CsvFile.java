package dev.patrol.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file whose text cells no spreadsheet runs as a formula. Numbers stay numbers, collections
 * become lists separated by {@code ;}, null becomes an empty cell.
 */
final class CsvFile implements Closeable {
  /** Without it Excel reads a file in the encoding of its system. */
  static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠﹦﹢﹣﹫";
  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,17}");

  private final Writer out;
  private final String header;
  private final StringBuilder line = new StringBuilder();
  private final CSVPrinter printer;

  /** Begins a file of a run's report, with the mark where the run wants it. */
  static Writer begin(Staging staging, String name, RunInfo run) throws IOException {
    Writer out = staging.begin(name);
    if (run.csvBom()) {
      out.write(BYTE_ORDER_MARK);
    }
    return out;
  }

  /** Begins with a header row of names separated by commas. */
  CsvFile(Writer out, String header) throws IOException {
    this.out = out;
    printer = new CSVPrinter(line, FORMAT);
    this.header = format(List.of(header.split(",")));
    out.write(this.header);
  }

  /** The header row. */
  String header() {
    return header;
  }

  /** Writes a row. */
  void row(@Nullable Object... cells) throws IOException {
    out.write(line(cells));
  }

  /** A row as it is written, with its line break. */
  String line(@Nullable Object... cells) throws IOException {
    List<String> printed = new ArrayList<>(cells.length);
    for (Object cell : cells) {
      printed.add(print(cell));
    }
    return format(printed);
  }

  /** Writes rows that {@link #line} made. */
  void write(String lines) throws IOException {
    out.write(lines);
  }

  private String format(List<String> cells) throws IOException {
    line.setLength(0);
    printer.printRecord(cells);
    return line.toString();
  }

  /** The text as a number where it is one: the vendor's codes are numbers nearly always. */
  static @Nullable Object number(@Nullable String text) {
    return text != null && WHOLE_NUMBER.matcher(text).matches() ? Long.valueOf(text) : text;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static String print(@Nullable Object cell) {
    if (cell == null) {
      return "";
    }
    if (cell instanceof Number) {
      return cell.toString();
    }
    if (cell instanceof Collection<?> items) {
      return items.stream().map(CsvFile::print).collect(Collectors.joining(";"));
    }
    String text = cell.toString();
    return startsFormula(text) ? "'" + SafeText.name(text) : SafeText.name(text);
  }

  /** Programs skip blanks and invisible characters before they look for a formula. */
  private static boolean startsFormula(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (FORMULA_STARTS.indexOf(c) >= 0) {
        return true;
      }
      boolean skipped =
          Character.isWhitespace(c)
              || Character.isSpaceChar(c)
              || Character.getType(c) == Character.FORMAT
              || Character.isISOControl(c);
      if (!skipped) {
        return false;
      }
    }
    return false;
  }
}
