package dev.patrol.report.row;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads rows that a {@link ByteRowWriter} wrote, cell by cell, in the same order. */
public final class RowReader {
  private static final int SEVEN = 7;
  private static final int LOW = (1 << SEVEN) - 1;

  /** Reads one row. */
  @FunctionalInterface
  public interface Form<R> {
    R read(RowReader in) throws IOException;
  }

  private final SharedTexts shared;
  private final byte[] bytes;
  private final int end;
  private int at;

  /** Reads the first bytes of these, with the shared texts of the writer. */
  public RowReader(SharedTexts shared, byte[] bytes, int length) {
    this.shared = shared;
    this.bytes = bytes;
    this.end = length;
  }

  /** Enters a row. */
  public void begin() throws IOException {
    expect(ByteRowWriter.BEGIN);
  }

  /** Leaves a row. */
  public void end() throws IOException {
    expect(ByteRowWriter.END);
  }

  /** Reads a text, shared or not. */
  public String text() throws IOException {
    int head = (int) number();
    int value = head >>> 1;
    if ((head & 1) != 0) {
      return shared.get(value);
    }
    if (value > end - at) {
      throw new IOException("expected a text of " + value + " bytes in a row, got its end");
    }
    String text = new String(bytes, at, value, UTF_8);
    at += value;
    return text;
  }

  /** Reads a number. */
  public long number() throws IOException {
    long number = 0;
    int shift = 0;
    byte next;
    do {
      next = next();
      number |= (long) (next & LOW) << shift;
      shift += SEVEN;
    } while (next < 0);
    return number;
  }

  /** Reads a cell of texts. */
  public List<String> list() throws IOException {
    int size = (int) number();
    if (size == 0) {
      return List.of();
    }
    if (size > end - at) {
      throw new IOException("expected " + size + " texts in a row, got its end");
    }
    String[] texts = new String[size];
    for (int i = 0; i < size; i++) {
      texts[i] = text();
    }
    return List.of(texts);
  }

  /** Reads a list of rows. */
  public <R> List<R> rows(Form<R> form) throws IOException {
    begin();
    List<R> rows = new ArrayList<>();
    while (at < end && bytes[at] == ByteRowWriter.BEGIN) {
      at++;
      rows.add(form.read(this));
      end();
    }
    end();
    return rows;
  }

  private void expect(int mark) throws IOException {
    byte next = next();
    if (next != mark) {
      throw new IOException("expected " + (char) mark + " in a row, got byte " + next);
    }
  }

  private byte next() throws IOException {
    if (at == end) {
      throw new IOException("expected more in a row, got its end");
    }
    return bytes[at++];
  }
}
