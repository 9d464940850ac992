package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;

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
    int room = LONGEST;
    String line = name + ":" + value;
    for (int i = 0; i < line.length(); ) {
      int end = i + Character.charCount(line.codePointAt(i));
      String character = line.substring(i, end);
      int octets = character.getBytes(UTF_8).length;
      if (octets > room) {
        out.write("\r\n ");
        room = LONGEST - 1;
      }
      out.write(character);
      room -= octets;
      i = end;
    }
    out.write("\r\n");
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
