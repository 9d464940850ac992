package dev.patrol.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Objects;

/**
 * How the inventory is to be read.
 *
 * @param zone the time zone in which a date without a time ends
 * @param charset UTF-8 or GB18030; a file that begins with a UTF-8 byte order mark is always UTF-8
 */
public record InventoryOptions(ZoneId zone, Charset charset) {
  static final Charset GB18030 = Charset.forName("GB18030");

  public InventoryOptions {
    Objects.requireNonNull(zone);
    if (!charset.equals(UTF_8) && !charset.equals(GB18030)) {
      throw new IllegalArgumentException("charset must be UTF-8 or GB18030, got " + charset);
    }
  }
}
