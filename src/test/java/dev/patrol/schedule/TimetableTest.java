package dev.patrol.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.problem.ProblemsException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @ValueSource(
      strings = {"0 30 2 * * ?", "0 0/10 * ? * MON-FRI", "0 0 3 L * ?", "0 30 2 * * ? 2027"})
  void a_time_that_comes_again_is_taken(String cron) {
    assertThat(Timetable.fault(cron, SHANGHAI, NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 2 * * * | 0 30 2 * * ?",
        "30 2 * * 1-5 | 0 30 2 ? * MON-FRI",
        "*/15 * * * * | 0 */15 * * * ?",
        "0 4 1 * * | 0 0 4 1 * ?",
        "0 4 * * 0,7 | 0 0 4 ? * SUN,SUN",
      })
  void five_fields_are_refused_with_the_six_that_say_the_same(String cron, String six) {
    assertThat(Timetable.fault(cron, SHANGHAI, NOW))
        .contains(
            "expected six fields, seconds first, such as \"0 30 2 * * ?\" (did you mean \""
                + six
                + "\"?)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "daily", "30 2 1 * 1", "61 61 * * *", "0 0 30 2 * * ? 2027 x"})
  void another_number_of_fields_is_refused_without_a_guess(String cron) {
    assertThat(Timetable.fault(cron, SHANGHAI, NOW))
        .contains("expected six fields, seconds first, such as \"0 30 2 * * ?\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0 61 2 * * ?", "0 30 2 * * *", "0 30 2 32 * ?", "x x x x x x", "0 30 2 ? * MOO"})
  void what_quartz_cannot_read_is_refused_with_its_reason(String cron) {
    assertThat(Timetable.fault(cron, SHANGHAI, NOW).orElseThrow())
        .startsWith("expected a cron expression such as \"0 30 2 * * ?\" (")
        .doesNotContain("null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 30 2 * * ? 2025", "0 30 2 30 2 ?", "0 0 0 22 11 ? 2026"})
  void a_time_that_never_comes_again_is_refused(String cron) {
    assertThat(Timetable.fault(cron, SHANGHAI, NOW)).contains("expected a time that comes again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Z", "+08:00", "UTC+8", "GMT-03:30", "Etc/GMT+3", "Asia/Kolkata"})
  void a_fixed_offset_is_what_it_says(String zone) {
    Timetable timetable = new Timetable("nightly", "0 30 2 * * ?", ZoneId.of(zone));
    ZoneOffset offset = ZoneId.of(zone).getRules().getOffset(NOW);
    Instant next = timetable.next(NOW).orElseThrow();
    assertThat(next.atOffset(offset).toLocalTime()).hasToString("02:30");
  }

  /** Quartz counts with Java's older time zones, which have known seconds since Java 25 only. */
  @Test
  void an_offset_is_refused_where_quartz_cannot_keep_it() {
    ZoneId offset = ZoneId.of("+01:00:30");
    boolean kept = TimeZone.getTimeZone(offset).getRawOffset() == 3_630_000;
    assertThat(Timetable.fault("0 30 2 * * ?", offset, NOW))
        .isEqualTo(
            kept
                ? Optional.empty()
                : Optional.of("expected a time zone of whole minutes, not +01:00:30, for a cron"));
  }

  @Test
  void a_wrong_part_names_the_schedule() {
    assertThatThrownBy(() -> new Timetable("nightly", "0 61 2 * * ?", SHANGHAI))
        .isInstanceOf(ProblemsException.class)
        .hasMessageStartingWith("schedules.nightly: cron: expected a cron expression")
        .hasMessageEndingWith(", got \"0 61 2 * * ?\"");
    assertThatThrownBy(() -> new Timetable("Every night", "0 1 2 * * ?", SHANGHAI))
        .isInstanceOf(ProblemsException.class)
        .hasMessage(
            "schedules: expected a name that matches [a-z0-9][a-z0-9-]{0,63}, got \"Every"
                + " night\"");
  }
}
