package dev.patrol.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * One line of a journal file: a checksum, then what is kept as a JSON array.
 *
 * @param kind what is kept
 * @param token the token's id, or empty
 * @param request the request's key, or empty
 * @param json what is kept, a JSON value
 */
record Entry(Kind kind, String token, String request, String json) {
  enum Kind {
    RUN,
    REPLY,
    DOSSIER
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CHECKSUM = 8;

  /** The line with its end. */
  byte[] line() {
    String content =
        "[\""
            + kind.name()
            + "\",\""
            + quoted(token)
            + "\",\""
            + quoted(request)
            + "\","
            + json
            + "]";
    byte[] bytes = content.getBytes(UTF_8);
    byte[] line = new byte[CHECKSUM + 1 + bytes.length + 1];
    System.arraycopy(checksum(bytes).getBytes(US_ASCII), 0, line, 0, CHECKSUM);
    line[CHECKSUM] = ' ';
    System.arraycopy(bytes, 0, line, CHECKSUM + 1, bytes.length);
    line[line.length - 1] = '\n';
    return line;
  }

  /** The entry of a line without its end; nothing when the line is torn or damaged. */
  static Optional<Entry> parse(String line) {
    if (line.length() < CHECKSUM + 2
        || !line.startsWith(checksum(line.substring(CHECKSUM + 1).getBytes(UTF_8)))) {
      return Optional.empty();
    }
    try {
      JsonNode parts = JSON.readTree(line.substring(CHECKSUM + 1));
      return Optional.of(
          new Entry(
              Kind.valueOf(parts.get(0).textValue()),
              parts.get(1).textValue(),
              parts.get(2).textValue(),
              parts.get(3).toString()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a journal line with a right checksum is no JSON", e);
    }
  }

  private static String quoted(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }

  private static String checksum(byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    return HexFormat.of().toHexDigits(sum.getValue(), CHECKSUM);
  }
}
