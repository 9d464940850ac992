package dev.patrol.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** Makes log ids of the vendor's shape that follow from the call alone. */
final class LogIds {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final String time;

  LogIds(Instant date) {
    time = TIME.format(date);
  }

  /** 34 characters: the world's time, then 20 hex digits. */
  String of(String key) {
    return time + HEX.formatHex(Digests.sha256(key.getBytes(UTF_8)), 0, 10);
  }
}
