package dev.patrol.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Makes text fit where only so much of it is taken, without cutting a character in two. */
final class Fitting {
  /** The last line of a text that was cut; in both languages, as the text's own is not known. */
  static final String CUT = "[cut to fit / 内容过长,已截断]";

  private Fitting() {}

  /**
   * The text, or its first lines and {@link #CUT}. Only a line that would be most of the whole is
   * cut within.
   *
   * @param size of a text, the sum of its characters' sizes
   */
  static String fit(String text, int limit, ToIntFunction<String> size) {
    if (size.applyAsInt(text) <= limit) {
      return text;
    }
    int room = limit - size.applyAsInt("\n" + CUT);
    StringBuilder kept = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      int taken = size.applyAsInt(line + "\n");
      if (taken > room) {
        kept.append(taken > limit / 2 ? head(line, room, size) : "");
        break;
      }
      kept.append(line).append('\n');
      room -= taken;
    }
    return kept.toString().stripTrailing() + "\n" + CUT;
  }

  /** The text in pieces that each fit, cut between lines where that is possible. */
  static List<String> pieces(String text, int limit, ToIntFunction<String> size) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (size.applyAsInt(piece + line) > limit) {
        flush(piece, pieces);
      }
      String rest = line;
      while (size.applyAsInt(rest) > limit) {
        String head = head(rest, limit, size);
        pieces.add(head);
        rest = rest.substring(head.length());
      }
      piece.append(rest).append('\n');
    }
    flush(piece, pieces);
    return pieces;
  }

  /** How many bytes the text has in UTF-8. */
  static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }

  /** How many bytes the text has in UTF-8 within a JSON string. */
  static int jsonBytes(String text) {
    return bytes(text) + (int) text.chars().filter(c -> c == '"' || c == '\\' || c < ' ').count();
  }

  /** As many of the line's characters as fit. */
  private static String head(String line, int limit, ToIntFunction<String> size) {
    int low = 0;
    int high = line.length();
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (size.applyAsInt(line.substring(0, PlainText.end(line, middle))) <= limit) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return line.substring(0, PlainText.end(line, low));
  }

  private static void flush(StringBuilder piece, List<String> pieces) {
    String text = piece.toString().strip();
    if (!text.isEmpty()) {
      pieces.add(text);
    }
    piece.setLength(0);
  }
}
