package dev.patrol.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.TokenState;
import dev.patrol.report.row.TokenRow;
import dev.patrol.report.view.Languages;
import dev.patrol.report.view.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineDraftTest {
  private final RunCalendar calendar = new RunCalendar(Sample.run("r1", "en"));
  private final TimelineDraft draft = new TimelineDraft(calendar, new Languages("en"));

  private void add(String id, Instant end, TokenState state) {
    TokenRow row =
        new Portions(calendar)
            .of(
                Sample.judgement(
                    Sample.token(id).expiresAt(end).build(), state, List.of(), List.of()),
                Map.of())
            .tokens()
            .get(0);
    draft.add(row);
  }

  @ParameterizedTest
  @CsvSource({
    "en, 2026-11-20T15:59:59Z, EXPIRED, fail, 2 days ago",
    "en, 2026-11-22T01:00:00Z, EXPIRED, fail, 'today, over'",
    "en, 2026-11-20T15:59:59Z, VALID, unknown, 'ended 2 days ago, but accepted'",
    "en, 2026-11-21T15:59:59Z, EXPIRING, unknown, 'ended yesterday, but accepted'",
    "en, 2026-11-20T15:59:59Z, UNKNOWN, unknown, 'ended 2 days ago, state unknown'",
    "en, 2026-11-22T15:59:59Z, VALID, unknown, today",
    "en, 2026-12-20T15:59:59Z, VALID, pass, in 28 days",
    "zh, 2026-11-20T15:59:59Z, VALID, unknown, 2 天前到期，但仍被接受",
    "zh, 2026-11-20T15:59:59Z, UNKNOWN, unknown, 2 天前到期，状态未知",
  })
  void a_token_s_end_is_told_together_with_its_state(
      String lang, Instant end, TokenState state, String tone, String left) {
    add("t", end, state);
    Timeline.Lane lane = draft.finish().lanes().get(0);
    assertThat(lane.left().in(lang)).isEqualTo(left);
    assertThat(lane.tone()).isEqualTo(tone);
  }

  @Test
  void the_tokens_nearest_to_today_are_shown_by_day_and_the_rest_is_counted() {
    for (int i = 0; i < TimelineDraft.LANES + 5; i++) {
      add("far-" + i, Instant.parse("2026-12-20T15:59:59Z"), TokenState.VALID);
    }
    add("tomorrow", Instant.parse("2026-11-23T15:59:59Z"), TokenState.EXPIRING);
    add("gone", Instant.parse("2026-11-20T15:59:59Z"), TokenState.EXPIRED);
    Timeline timeline = draft.finish();
    assertThat(timeline.lanes()).hasSize(TimelineDraft.LANES);
    assertThat(timeline.lanes().subList(0, 3))
        .extracting(Timeline.Lane::token)
        .containsExactly("gone", "tomorrow", "far-0");
    assertThat(timeline.left()).isEqualTo(7);
    assertThat(timeline.days()).hasSize(3);
    assertThat(draft.next().en()).isEqualTo("Next: the token tomorrow ends on 2026-11-23.");
  }

  @Test
  void what_is_dead_or_far_away_is_not_among_them() {
    add("revoked", Instant.parse("2026-11-25T15:59:59Z"), TokenState.INVALID);
    add("far", Instant.parse("2027-06-01T15:59:59Z"), TokenState.VALID);
    assertThat(draft.finish().lanes()).isEmpty();
    assertThat(draft.next().isEmpty()).isTrue();
  }
}
