package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
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

  private static final int BUFFER = 1 << 14;

  private final OutputStream out;
  private final byte[] header;
  private final StringBuilder lines = new StringBuilder();

  /** Whole cells behind others: what they say, as it is written. */
  private final RecentTexts<String> cells = new RecentTexts<>(0, text -> quoted(print(text)));

  /** Begins a file of a run's report, with the mark where the run wants it. */
  static OutputStream begin(Staging staging, String name, RunInfo run) throws IOException {
    OutputStream out = new BufferedOutputStream(staging.beginBytes(name), BUFFER);
    if (run.csvBom()) {
      out.write(String.valueOf(BYTE_ORDER_MARK).getBytes(UTF_8));
    }
    return out;
  }

  /** Begins with a header row of names separated by commas. */
  CsvFile(OutputStream out, String header) throws IOException {
    this.out = out;
    append((Object[]) header.split(",", -1));
    this.header = taken();
    out.write(this.header);
  }

  /** The header row. */
  byte[] header() {
    return header.clone();
  }

  /** Writes a row. */
  void row(@Nullable Object... row) throws IOException {
    append(row);
    out.write(taken());
  }

  /** Adds a row to those that {@link #taken} hands out. */
  void append(@Nullable Object... row) throws IOException {
    for (int i = 0; i < row.length; i++) {
      Object cell = row[i];
      if (i == 0) {
        FORMAT.print(print(cell), lines, true);
      } else {
        lines
            .append(',')
            .append(cell instanceof String text ? cells.get(text) : quoted(print(cell)));
      }
    }
    lines.append('\n');
  }

  /** A cell behind another one. */
  private static String quoted(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder cell = new StringBuilder(text.length() + 2);
    try {
      FORMAT.print(text, cell, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cell.substring(1);
  }

  /** The rows that were added since this was asked before, as they are written. */
  byte[] taken() {
    byte[] taken = lines.toString().getBytes(UTF_8);
    lines.setLength(0);
    return taken;
  }

  /** Writes rows that {@link #taken} handed out. */
  void write(byte[] rows) throws IOException {
    out.write(rows);
  }

  /** Whether a cell needs no quotes whatever stands around it; not every such one is found. */
  private static boolean isPlain(String text) {
    int last = text.length() - 1;
    if (last < 0) {
      return true;
    }
    if (text.charAt(0) <= '#' || text.charAt(last) <= ' ') {
      return false;
    }
    for (int i = 0; i <= last; i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c < ' ') {
        return false;
      }
    }
    return true;
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
      StringJoiner joined = new StringJoiner(";");
      for (Object item : items) {
        joined.add(print(item));
      }
      return joined.toString();
    }
    String text = cell.toString();
    return startsFormula(text) ? "'" + SafeText.name(text) : SafeText.name(text);
  }

  /** Programs skip blanks and invisible characters before they look for a formula. */
  private static boolean startsFormula(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) {
        return false;
      }
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
