package dev.patrol.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How a file is to be decoded. A file is checked as a whole before any of it is used: text that is
 * decoded wrongly here and there would be blamed on the tokens.
 *
 * @param charset the encoding that every byte of the file was found to fit
 * @param mark the length of the byte order mark, in bytes
 */
record Encoding(Charset charset, int mark) {
  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] GB18030_MARK = {(byte) 0x84, (byte) 0x31, (byte) 0x95, (byte) 0x33};
  private static final String ADVICE =
      "; save it as \"CSV UTF-8\", or run iconv -f GB18030 -t UTF-8,"
          + " or set inventory.encoding: GB18030 in patrol.yaml";

  /**
   * Checks the whole file.
   *
   * @throws ProblemsException when the file does not fit the encoding it is said to have
   */
  static Encoding of(Path file, Charset configured) throws IOException {
    byte[] head = head(file);
    if (looksLikeUtf16(head)) {
      throw refusal(
          file,
          1,
          "looks like UTF-16 text, expected UTF-8; save it as \"CSV UTF-8\","
              + " or run iconv -f UTF-16 -t UTF-8");
    }
    if (startsWith(head, UTF_8_MARK)) {
      return strict(file, new Encoding(UTF_8, UTF_8_MARK.length));
    }
    if (configured.equals(UTF_8)) {
      return strict(file, new Encoding(UTF_8, 0));
    }
    TextCheck asUtf8 = TextCheck.of(file, UTF_8, 0);
    if (asUtf8.sound() && asUtf8.hanzi() > 0) {
      throw refusal(
          file,
          1,
          "is UTF-8, but inventory.encoding says GB18030;"
              + " take that setting out of patrol.yaml, or save all files alike");
    }
    int mark = startsWith(head, GB18030_MARK) ? GB18030_MARK.length : 0;
    return strict(file, new Encoding(configured, mark));
  }

  private static Encoding strict(Path file, Encoding encoding) throws IOException {
    TextCheck check = TextCheck.of(file, encoding.charset, encoding.mark);
    if (check.sound()) {
      return encoding;
    }
    String found =
        "byte %d of the line (byte %d of the file) is not %s"
            .formatted(check.byteInLine(), check.firstBad() + 1, encoding.charset.name());
    throw refusal(file, check.line(), found + guess(file, encoding));
  }

  private static String guess(Path file, Encoding failed) throws IOException {
    if (!failed.charset.equals(UTF_8)) {
      return TextCheck.of(file, UTF_8, 0).sound()
          ? "; the file is UTF-8: take inventory.encoding out of patrol.yaml"
          : "; its encoding is unknown: save it as \"CSV UTF-8\"";
    }
    if (failed.mark == 0) {
      TextCheck asGb = TextCheck.of(file, InventoryOptions.GB18030, 0);
      if (asGb.sound() && asGb.hanzi() > 0 && asGb.hanzi() * 2 >= asGb.beyondAscii()) {
        return "; the file looks like GB18030, as Excel in China saves it" + ADVICE;
      }
    }
    return "; its encoding is unknown: save it as \"CSV UTF-8\"";
  }

  private static ProblemsException refusal(Path file, long line, String message) {
    return new ProblemsException(new Problem(FileName.of(file), Math.toIntExact(line), 0, message));
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(4);
    }
  }

  /** By its byte order mark, or by the zero byte that every ASCII character has there. */
  private static boolean looksLikeUtf16(byte[] head) {
    if (head.length < 2) {
      return false;
    }
    int first = head[0] & 0xFF;
    int second = head[1] & 0xFF;
    return (first == 0xFF && second == 0xFE)
        || (first == 0xFE && second == 0xFF)
        || (first == 0) != (second == 0);
  }

  private static boolean startsWith(byte[] head, byte[] mark) {
    return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
  }
}
