package dev.patrol.inventory;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as the inventory writes them. */
final class DateCell {
  static final String EXPECTED = "expected a date such as 2026-12-01 or 2026-12-01T08:00:00+08:00";

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T.+");

  private DateCell() {}

  /**
   * The instant that a date means, or null when it is no date. A day means its last nanosecond in
   * the zone: it still belongs to that day when days are counted, and is past as soon as the next
   * day begins.
   */
  static @Nullable Instant parse(String text, ZoneId zone) {
    try {
      if (DAY.matcher(text).matches()) {
        return LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
      }
      return MOMENT.matcher(text).matches() ? OffsetDateTime.parse(text).toInstant() : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
