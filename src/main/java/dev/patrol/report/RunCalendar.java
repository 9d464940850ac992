package dev.patrol.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Dates as the reports print them: in the run's zone, counted from the run's day. */
final class RunCalendar {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private static final DateTimeFormatter MONTH_AND_DAY =
      DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

  private static final int MOST_KEPT = 2_000;

  private final Map<Instant, String> instants = new ConcurrentHashMap<>();
  private final Map<Instant, String> days = new ConcurrentHashMap<>();
  private final ZoneId zone;
  private final LocalDate today;
  private final Instant now;

  RunCalendar(RunInfo run) {
    zone = run.zone();
    now = run.startedAt();
    today = LocalDate.ofInstant(now, zone);
  }

  /** Such as {@code 2026-12-01T23:59:59+08:00}; empty for null. */
  String instant(@Nullable Instant instant) {
    return instant == null
        ? ""
        : kept(instants, instant, fresh -> INSTANT.format(fresh.atZone(zone)));
  }

  /** Such as {@code 2026-12-01}; empty for null. */
  String day(@Nullable Instant instant) {
    return instant == null
        ? ""
        : kept(days, instant, fresh -> LocalDate.ofInstant(fresh, zone).toString());
  }

  private static String kept(
      Map<Instant, String> texts, Instant instant, Function<Instant, String> maker) {
    String text = texts.get(instant);
    if (text == null) {
      text = maker.apply(instant);
      if (texts.size() < MOST_KEPT) {
        texts.put(instant, text);
      }
    }
    return text;
  }

  /** The day so many days after the run's day, such as {@code 12-01}. */
  String monthAndDay(long days) {
    return MONTH_AND_DAY.format(today.plusDays(days));
  }

  /** Such as {@code 2026-12-01 14:05}. */
  String minute(Instant instant) {
    return MINUTE.format(instant.atZone(zone));
  }

  /** Whether that instant was over when the run began. */
  boolean isPast(Instant instant) {
    return !instant.isAfter(now);
  }

  /** Calendar days from the run's day to that instant's day; negative when it is past. */
  long daysLeft(Instant instant) {
    return ChronoUnit.DAYS.between(today, LocalDate.ofInstant(instant, zone));
  }
}
