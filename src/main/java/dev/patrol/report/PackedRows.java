package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.patrol.report.row.RowWriter;
import dev.patrol.report.row.SharedTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a JSON array, packed, as a page carries them for its script. They are safe already, so
 * that most texts are taken as they are, and words are quoted once for many rows.
 */
final class PackedRows implements RowWriter {
  private static final RecentTexts<byte[]> QUOTED = new RecentTexts<>(0, PackedRows::quoted);
  private static final int LONGEST_NUMBER = 21;

  /** Writes one row. */
  @FunctionalInterface
  interface Form<R> {
    void write(R row, RowWriter out) throws IOException;
  }

  private final @Nullable SharedTexts phrases;
  private byte[] bytes = new byte[1 << 12];
  private int size;
  private boolean first = true;

  /** Begins an array in which these texts stand by their numbers. */
  PackedRows(@Nullable SharedTexts phrases) {
    this.phrases = phrases;
    begin();
  }

  <R> void add(Form<R> form, R row) {
    try {
      form.write(row, this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the array, and packs it. */
  String base64(Packing packing) {
    end();
    return packing.base64(bytes, size);
  }

  @Override
  public void begin() {
    value(1);
    bytes[size++] = '[';
    first = true;
  }

  @Override
  public void end() {
    room(1);
    bytes[size++] = ']';
    first = false;
  }

  @Override
  public void text(String text) {
    byte[] encoded = text.getBytes(UTF_8);
    if (!isPlain(encoded)) {
      encoded = JsonStringEncoder.getInstance().quoteAsUTF8(text);
    }
    value(encoded.length + 2);
    bytes[size++] = '"';
    System.arraycopy(encoded, 0, bytes, size, encoded.length);
    size += encoded.length;
    bytes[size++] = '"';
  }

  @Override
  public void word(String text) {
    byte[] quoted = QUOTED.get(text);
    value(quoted.length);
    System.arraycopy(quoted, 0, bytes, size, quoted.length);
    size += quoted.length;
  }

  @Override
  public void phrase(String text) {
    int number = phrases == null ? SharedTexts.NONE : phrases.numberOf(text);
    if (number == SharedTexts.NONE) {
      word(text);
    } else {
      number(number);
    }
  }

  @Override
  public void number(long number) {
    value(LONGEST_NUMBER);
    if (number >= 0 && number < 10) {
      bytes[size++] = (byte) ('0' + number);
      return;
    }
    byte[] digits = Long.toString(number).getBytes(UTF_8);
    System.arraycopy(digits, 0, bytes, size, digits.length);
    size += digits.length;
  }

  @Override
  public void list(List<String> texts) {
    begin();
    for (int i = 0; i < texts.size(); i++) {
      word(texts.get(i));
    }
    end();
  }

  @Override
  public void phrases(List<String> texts) {
    begin();
    for (int i = 0; i < texts.size(); i++) {
      phrase(texts.get(i));
    }
    end();
  }

  private static byte[] quoted(String text) {
    byte[] inner = JsonStringEncoder.getInstance().quoteAsUTF8(text);
    byte[] quoted = new byte[inner.length + 2];
    System.arraycopy(inner, 0, quoted, 1, inner.length);
    quoted[0] = '"';
    quoted[inner.length + 1] = '"';
    return quoted;
  }

  /** Whether a text in UTF-8 stands in JSON as it is. */
  private static boolean isPlain(byte[] text) {
    for (byte b : text) {
      if (b == '"' || b == '\\' || (b < ' ' && b >= 0)) {
        return false;
      }
    }
    return true;
  }

  /** Makes room for a value, and sets it apart from the one before it. */
  private void value(int length) {
    room(length + 1);
    if (!first) {
      bytes[size++] = ',';
    }
    first = false;
  }

  private void room(int wanted) {
    if (bytes.length - size < wanted) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + wanted));
    }
  }
}
