package dev.patrol.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkippedTimesTest {
  /** Long enough for both changes, on either half of the earth. */
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    // The clocks jump from 02:00 to 03:00 on Sunday, 29 March.
    "Europe/Berlin, 0 30 2 * * ?, 2026-03-29T01:00:00Z",
    "Europe/Berlin, 0 0 2 * * ?, 2026-03-29T01:00:00Z",
    "Europe/Berlin, 0 59 2 * * ?, 2026-03-29T01:00:00Z",
    "Europe/Berlin, 0 0 3 * * ?,",
    "Europe/Berlin, 0 59 1 * * ?,",
    "Europe/Berlin, 0 0 4 * * ?,",
    "Europe/Berlin, 0 30 2 ? * SUN, 2026-03-29T01:00:00Z",
    "Europe/Berlin, 0 30 2 ? * MON-FRI,",
    "Europe/Berlin, 0 30 2 29 3 ?, 2026-03-29T01:00:00Z",
    // They come up soon after the gap by themselves.
    "Europe/Berlin, 0 0 * * * ?,",
    "Europe/Berlin, 0 30 * * * ?,",
    "Europe/Berlin, 0 0/10 * * * ?,",
    "Europe/Berlin, '0 0 2,3 * * ?',",
    // Sunday, 8 March.
    "America/New_York, 0 30 2 * * ?, 2026-03-08T07:00:00Z",
    "America/New_York, 0 30 3 * * ?,",
    // Half an hour, from 02:00 to 02:30 on Sunday, 4 October.
    "Australia/Lord_Howe, 0 15 2 * * ?, 2026-10-03T15:30:00Z",
    "Australia/Lord_Howe, 0 45 2 * * ?,",
    "Australia/Lord_Howe, 0 0/10 * * * ?,",
    "Asia/Shanghai, 0 30 2 * * ?,",
    "UTC, 0 30 2 * * ?,",
  })
  void the_end_of_a_gap_makes_up_for_a_time_within(
      String zone, String cron, @Nullable Instant expected) {
    assertThat(SkippedTimes.next(timetable(zone, cron), BEGIN))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 0 30 2 * * ?",
    "Europe/Berlin, 0 0 2 * * ?",
    "Europe/Berlin, 0 0 3 * * ?",
    "America/New_York, 0 30 2 * * ?",
    "America/New_York, 0 30 1 * * ?",
    "Australia/Lord_Howe, 0 15 2 * * ?",
    "Australia/Lord_Howe, 0 45 1 * * ?",
    "Asia/Shanghai, 0 30 2 * * ?",
  })
  void a_daily_time_comes_exactly_once_on_each_day_of_a_year(String zone, String cron) {
    Timetable timetable = timetable(zone, cron);
    List<LocalDate> days = new ArrayList<>();
    for (Instant time : times(timetable, BEGIN, BEGIN.plusSeconds(366 * 86_400L))) {
      days.add(time.atZone(timetable.zone()).toLocalDate());
    }
    LocalDate first = days.get(0);
    for (int i = 0; i < days.size(); i++) {
      assertThat(days.get(i)).isEqualTo(first.plusDays(i));
    }
    assertThat(days).hasSizeBetween(365, 367);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 0 0 * * * ?, 7200",
    "Australia/Lord_Howe, 0 0 * * * ?, 7200",
    "America/New_York, 0 0/10 * * * ?, 4800",
    "Asia/Shanghai, 0 0/10 * * * ?, 600",
  })
  void a_frequent_time_never_stays_away_for_long(String zone, String cron, long seconds) {
    List<Instant> times = times(timetable(zone, cron), BEGIN, BEGIN.plusSeconds(366 * 86_400L));
    for (int i = 1; i < times.size(); i++) {
      assertThat(times.get(i).getEpochSecond() - times.get(i - 1).getEpochSecond())
          .as("after %s", times.get(i - 1))
          .isBetween(1L, seconds);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-29T00:59:59Z, 2026-03-29T01:00:00Z",
    "2026-03-29T01:00:00Z, 2027-03-28T01:00:00Z"
  })
  void a_gap_counts_until_it_ends(Instant after, Instant expected) {
    assertThat(SkippedTimes.next(timetable("Europe/Berlin", "0 30 2 * * ?"), after))
        .contains(expected);
  }

  /** All times, with those made up for, as a scheduler that follows both would have them. */
  private static List<Instant> times(Timetable timetable, Instant from, Instant to) {
    List<Instant> times = new ArrayList<>();
    Instant now = from;
    Instant madeUp = SkippedTimes.next(timetable, from).orElse(Instant.MAX);
    while (now.isBefore(to)) {
      Instant byCron = timetable.next(now).orElseThrow();
      if (madeUp.isBefore(byCron)) {
        now = madeUp;
        madeUp = SkippedTimes.next(timetable, now).orElse(Instant.MAX);
      } else {
        now = byCron;
      }
      times.add(now);
    }
    return times;
  }

  private static Timetable timetable(String zone, String cron) {
    return new Timetable("nightly", cron, ZoneId.of(zone));
  }
}
