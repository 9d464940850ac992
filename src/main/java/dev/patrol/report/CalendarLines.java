package dev.patrol.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;

/** Writes the content lines of RFC 5545: folded at 75 octets, ended by CR and LF. */
final class CalendarLines implements Closeable {
  private static final int LONGEST = 75;

  private final Writer out;

  CalendarLines(Writer out) {
    this.out = out;
  }

  /** A property whose value needs no escape. */
  void line(String name, String value) throws IOException {
    String line = name + ":" + value;
    if (line.length() <= LONGEST && isAscii(line)) {
      out.write(line);
      out.write("\r\n");
      return;
    }
    int room = LONGEST;
    int begin = 0;
    for (int i = 0; i < line.length(); ) {
      int point = line.codePointAt(i);
      int octets = octets(point);
      if (octets > room) {
        out.write(line, begin, i - begin);
        out.write("\r\n ");
        begin = i;
        room = LONGEST - 1;
      }
      room -= octets;
      i += Character.charCount(point);
    }
    out.write(line, begin, line.length() - begin);
    out.write("\r\n");
  }

  /** How long a character is in UTF-8; half of one becomes a question mark. */
  private static int octets(int point) {
    if (point < 0x80 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
      return 1;
    }
    return point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }

  private static boolean isAscii(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }

  /** A property with any text that is fit to be shown; its line breaks are kept. */
  void text(String name, String text) throws IOException {
    line(
        name,
        text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n"));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
