package dev.patrol.report.row;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;

/**
 * Writes rows as bytes for a {@link RowReader} of the same run: quick, compact, and not meant to
 * last. A number goes by seven bits to a byte, a text by its shared number or by its length and
 * itself.
 */
public final class ByteRowWriter implements RowWriter {
  static final int BEGIN = '[';
  static final int END = ']';

  private static final int SEVEN = 7;
  private static final int MORE = 1 << SEVEN;
  private static final int LONGEST_NUMBER = 10;

  private final SharedTexts shared;
  private byte[] bytes = new byte[1 << 14];
  private int size;

  /** Numbers texts as these are numbered. */
  public ByteRowWriter(SharedTexts shared) {
    this.shared = shared;
  }

  /** What was written since this was asked before. */
  public byte[] taken() {
    byte[] taken = Arrays.copyOf(bytes, size);
    size = 0;
    return taken;
  }

  @Override
  public void begin() {
    room(1);
    bytes[size++] = BEGIN;
  }

  @Override
  public void end() {
    room(1);
    bytes[size++] = END;
  }

  @Override
  public void text(String text) {
    byte[] encoded = text.getBytes(UTF_8);
    number((long) encoded.length << 1);
    room(encoded.length);
    System.arraycopy(encoded, 0, bytes, size, encoded.length);
    size += encoded.length;
  }

  @Override
  public void word(String text) {
    phrase(text);
  }

  @Override
  public void phrase(String text) {
    int number = shared.numberOf(text);
    if (number == SharedTexts.NONE) {
      text(text);
    } else {
      number((long) number << 1 | 1);
    }
  }

  @Override
  public void number(long number) {
    room(LONGEST_NUMBER);
    long left = number;
    while ((left & -MORE) != 0) {
      bytes[size++] = (byte) (left | MORE);
      left >>>= SEVEN;
    }
    bytes[size++] = (byte) left;
  }

  @Override
  public void list(List<String> texts) {
    number(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      text(texts.get(i));
    }
  }

  @Override
  public void phrases(List<String> texts) {
    number(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      phrase(texts.get(i));
    }
  }

  private void room(int wanted) {
    if (bytes.length - size < wanted) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + wanted));
    }
  }
}
