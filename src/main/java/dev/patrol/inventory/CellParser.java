package dev.patrol.inventory;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Takes sound rows apart into their cells. The parser is handed one row at a time, so that it never
 * reads ahead into a row whose fate is not decided, and is set up once for all rows.
 */
final class CellParser {
  private final RowReader rows = new RowReader();
  private final Iterator<CSVRecord> records;

  CellParser() {
    try {
      records = CSVFormat.RFC4180.builder().get().parse(rows).iterator();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cells of a row that {@link RowScanner} found sound, without its line break. */
  List<String> parse(String row) {
    rows.give(row);
    return List.of(records.next().values());
  }

  /** Gives out one row and its line break, and nothing until the next one is there. */
  private static final class RowReader extends Reader {
    private String row = "";
    private int position;

    void give(String text) {
      row = text + "\n";
      position = 0;
    }

    @Override
    public int read(char[] target, int offset, int length) {
      int count = Math.min(length, row.length() - position);
      if (count <= 0) {
        throw new IllegalStateException("the row goes on after its end");
      }
      row.getChars(position, position + count, target, offset);
      position += count;
      return count;
    }

    @Override
    public void close() {}
  }
}
