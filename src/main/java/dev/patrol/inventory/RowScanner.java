package dev.patrol.inventory;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the rows of a CSV file begin and end, in bytes, and which of them are damaged.
 *
 * <p>A damaged row ends with its first line, whatever its quotes say, so that one bad quote costs
 * one row. What a quote may swallow before it counts as unclosed is bounded, and so is the number
 * of cells looked at on further lines; reading a hostile file therefore takes time proportional to
 * its size. What cannot be noticed is a lost quote whose cell happens to be closed by a later
 * row's, just before a comma or a line break, so that the number of cells comes out right.
 *
 * <p>The bytes of comma, quote and line break occur in UTF-8 and GB18030 only as themselves, so
 * that nothing needs decoding here.
 */
final class RowScanner implements Closeable {
  /** Bytes after which a quoted cell counts as unclosed. */
  static final int LONGEST_QUOTED = 1 << 20;

  /** Bytes after which a row is given up. */
  static final int LONGEST_ROW = 1 << 23;

  private static final int END = -1;

  private final SeekableByteChannel channel;
  private byte[] window = new byte[1 << 16];
  private long windowOffset;
  private int start;
  private int limit;
  private boolean ended;

  private int expectedCells;
  private long line = 1;
  private int scanned;
  private int cells;
  private int cellStart;
  private int breaks;
  private int firstBreak;
  private int looseCell;
  private @Nullable Damage damage;

  /** Starts at the channel's position, which is line 1. */
  RowScanner(SeekableByteChannel channel) throws IOException {
    this.channel = channel;
    this.windowOffset = channel.position();
    this.firstBreak = -1;
  }

  /** From now on a row with another number of cells is damaged. */
  void expectCells(int count) {
    expectedCells = count;
  }

  /** Moves to the next row that is not blank; false when there is none. */
  boolean next() throws IOException {
    leaveRow();
    while (true) {
      int i = skipBlanks(0);
      int b = at(i);
      if (b == END) {
        return false;
      }
      if (!isBreak(b)) {
        break;
      }
      leave(i);
      line++;
    }
    scanRow();
    return true;
  }

  /** The line on which the row begins, counted from 1. */
  long line() {
    return line;
  }

  /** Where the row begins in the file, in bytes. */
  long offset() {
    return windowOffset + start;
  }

  /** The length of a sound row without its line break, in bytes. */
  int length() {
    return scanned;
  }

  /** What is wrong with the row, or null when it is sound. */
  @Nullable Damage damage() {
    return damage;
  }

  /** How many cells were found; the last of them is the damaged one. */
  int cells() {
    return cells;
  }

  /** The cell, counted from 0, that holds quotes without being quoted; -1 when none does. */
  int looseCell() {
    return looseCell;
  }

  /** The row's text; of a damaged row, the cells before the damage. */
  String text(Charset charset) {
    boolean whole = damage == null || damage == Damage.CELL_COUNT;
    return new String(window, start, whole ? scanned : Math.max(0, cellStart - 1), charset);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void leaveRow() throws IOException {
    if (damage == null) {
      if (scanned > 0) {
        leave(scanned);
        line += breaks + 1;
      }
    } else if (firstBreak >= 0) {
      start += firstBreak;
      line++;
    } else {
      start += scanned;
      while (at(0) != END && !isBreak(at(0))) {
        start++;
      }
      leave(0);
      line++;
    }
    scanned = 0;
    damage = null;
  }

  private void scanRow() throws IOException {
    cells = 0;
    breaks = 0;
    firstBreak = -1;
    looseCell = -1;
    scanned = 0;
    while (true) {
      cellStart = scanned;
      scanned = cellEnd(scanned);
      cells++;
      if (damage != null) {
        return;
      }
      boolean more = at(scanned) == ',';
      if (expectedCells > 0
          && (more ? breaks > 0 && cells >= expectedCells : cells != expectedCells)) {
        damage = Damage.CELL_COUNT;
      }
      if (!more || damage != null) {
        cells += more ? 1 : 0;
        return;
      }
      scanned++;
    }
  }

  private int cellEnd(int from) throws IOException {
    int i = skipBlanks(from);
    if (at(i) != '"') {
      return plainEnd(i);
    }
    if (i > from) {
      damage = Damage.BLANK_BEFORE_QUOTE;
      return i;
    }
    return quotedEnd(i + 1);
  }

  private int plainEnd(int from) throws IOException {
    int i = from;
    int quotes = 0;
    for (int b = at(i); b != ',' && b != END && !isBreak(b); b = at(++i)) {
      if (b == '"') {
        quotes++;
      }
      if (i > LONGEST_ROW) {
        damage = Damage.TOO_LONG;
        return i;
      }
    }
    if (quotes % 2 != 0) {
      damage = Damage.STRAY_QUOTE;
    } else if (quotes > 0 && looseCell < 0) {
      looseCell = cells;
    }
    return i;
  }

  private int quotedEnd(int from) throws IOException {
    int i = from;
    int breaksBefore = breaks;
    while (i - from <= LONGEST_QUOTED && i <= LONGEST_ROW) {
      int b = at(i);
      if (b == END) {
        break;
      }
      if (b == '"') {
        if (at(i + 1) != '"') {
          return afterQuote(i + 1, breaksBefore < breaks);
        }
        i += 2;
      } else if (isBreak(b)) {
        i += breakLength(i);
        breaks++;
        firstBreak = firstBreak < 0 ? i : firstBreak;
      } else {
        i++;
      }
    }
    damage = Damage.UNCLOSED_QUOTE;
    return i;
  }

  private int afterQuote(int from, boolean onLaterLine) throws IOException {
    int i = skipBlanks(from);
    int b = at(i);
    if (b != ',' && b != END && !isBreak(b)) {
      // On a later line it is more likely a quote of another row than this cell's own.
      damage = onLaterLine ? Damage.UNCLOSED_QUOTE : Damage.TEXT_AFTER_QUOTE;
    }
    return i;
  }

  private int skipBlanks(int from) throws IOException {
    int i = from;
    while ((at(i) == ' ' || at(i) == '\t') && i <= LONGEST_ROW) {
      i++;
    }
    return i;
  }

  /**
   * Moves behind the line break that begins there. Looking at the break may refill the window and
   * move the start, so that is done first.
   */
  private void leave(int i) throws IOException {
    int length = i + breakLength(i);
    start += length;
  }

  private int breakLength(int i) throws IOException {
    int b = at(i);
    if (b == END) {
      return 0;
    }
    return b == '\r' && at(i + 1) == '\n' ? 2 : 1;
  }

  private static boolean isBreak(int b) {
    return b == '\n' || b == '\r';
  }

  private int at(int index) throws IOException {
    while (start + index >= limit) {
      if (!fill()) {
        return END;
      }
    }
    return window[start + index] & 0xFF;
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    if (start > 0) {
      System.arraycopy(window, start, window, 0, limit - start);
      windowOffset += start;
      limit -= start;
      start = 0;
    }
    if (limit == window.length) {
      window = Arrays.copyOf(window, window.length * 2);
    }
    int count = channel.read(ByteBuffer.wrap(window, limit, window.length - limit));
    ended = count < 0;
    limit += Math.max(0, count);
    return !ended;
  }
}
