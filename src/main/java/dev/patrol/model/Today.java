package dev.patrol.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * When the audit takes place.
 *
 * @param now the instant, the same for the whole run
 * @param zone the configured time zone, in which days are counted
 */
public record Today(Instant now, ZoneId zone) {
  /** The calendar day. */
  public LocalDate date() {
    return dateOf(now);
  }

  /** The calendar day of an instant. */
  public LocalDate dateOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /** Calendar days from today to that instant's day; negative when it is past. */
  public long daysUntil(Instant instant) {
    return ChronoUnit.DAYS.between(date(), dateOf(instant));
  }

  /** Whether the instant is over. */
  public boolean isPast(Instant instant) {
    return !instant.isAfter(now);
  }

  /** Whether the instant plus that many days of 24 hours is over. */
  public boolean isOlderThan(Instant instant, long days) {
    return isPast(instant.plus(days, ChronoUnit.DAYS));
  }
}
