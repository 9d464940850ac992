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

  /** How far that instant's day is, such as {@code tomorrow} or {@code 5 days ago}. */
  public String inWords(Instant instant) {
    long days = daysUntil(instant);
    if (days == 0) {
      return "today";
    }
    if (Math.abs(days) == 1) {
      return days > 0 ? "tomorrow" : "yesterday";
    }
    return days > 0 ? "in " + days + " days" : -days + " days ago";
  }

  /** Whether the instant is over. */
  public boolean isPast(Instant instant) {
    return !instant.isAfter(now);
  }
}
