package dev.patrol.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Today;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DateCellTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Test
  void a_day_ends_with_its_last_instant_in_the_zone() {
    assertThat(DateCell.parse("2026-12-01", SHANGHAI)).isEqualTo("2026-12-01T15:59:59.999999999Z");
  }

  @Test
  void a_day_is_today_until_it_is_over_and_past_from_then_on() {
    Instant end = Objects.requireNonNull(DateCell.parse("2026-12-01", SHANGHAI));
    Today evening = new Today(Instant.parse("2026-12-01T15:59:59Z"), SHANGHAI);
    Today midnight = new Today(Instant.parse("2026-12-01T16:00:00Z"), SHANGHAI);

    assertThat(evening.isPast(end)).isFalse();
    assertThat(evening.daysUntil(end)).isZero();
    assertThat(midnight.isPast(end)).isTrue();
    assertThat(midnight.daysUntil(end)).isEqualTo(-1);
  }

  @Test
  void a_day_that_ends_in_a_gap_of_the_clock_ends_with_its_last_instant() {
    assertThat(DateCell.parse("2018-11-03", ZoneId.of("America/Sao_Paulo")))
        .isEqualTo("2018-11-04T02:59:59.999999999Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T08:00:00+08:00, 2026-12-01T00:00:00Z",
    "2026-12-01T08:00:00Z, 2026-12-01T08:00:00Z",
    "2026-12-01T08:00+08:00, 2026-12-01T00:00:00Z",
    "2026-12-01T08:00:00.5-01:30, 2026-12-01T09:30:00.500Z",
  })
  void a_moment_needs_its_offset(String text, Instant instant) {
    assertThat(DateCell.parse(text, SHANGHAI)).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "soon",
        "never",
        "2026-02-29",
        "2026-12-1",
        "2026/12/01",
        "20261201",
        "2026-12-01T08:00:00",
        "2026-12-01 08:00:00+08:00",
        "2026-12-01T25:00:00Z",
        "+12026-12-01",
        "2026-12-01T08:00:00+25:00",
        "２０２６-12-01"
      })
  void anything_else_is_no_date(String text) {
    assertThat(DateCell.parse(text, SHANGHAI)).isNull();
  }
}
