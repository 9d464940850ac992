package dev.patrol.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.TokenState;
import dev.patrol.report.view.Expiry;
import dev.patrol.report.view.Texts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
  @ParameterizedTest
  @CsvSource({
    "en, 2026-11-20T15:59:59Z, EXPIRED, fail, 2 days ago",
    "en, 2026-11-22T01:00:00Z, EXPIRED, fail, 'today, over'",
    "en, 2026-11-20T15:59:59Z, VALID, unknown, 'ended 2 days ago, but accepted'",
    "en, 2026-11-21T15:59:59Z, EXPIRING, unknown, 'ended yesterday, but accepted'",
    "en, 2026-11-22T01:00:00Z, VALID, unknown, 'ended today, but accepted'",
    "en, 2026-11-20T15:59:59Z, UNKNOWN, unknown, 'ended 2 days ago, state unknown'",
    "en, 2026-11-22T15:59:59Z, VALID, unknown, today",
    "en, 2026-12-20T15:59:59Z, VALID, pass, in 28 days",
    "zh, 2026-11-20T15:59:59Z, VALID, unknown, 2 天前到期，但仍被接受",
    "zh, 2026-11-20T15:59:59Z, UNKNOWN, unknown, 2 天前到期，状态未知",
  })
  void a_token_s_end_is_told_together_with_its_state(
      String lang, Instant end, TokenState state, String tone, String left) {
    RunCalendar calendar = new RunCalendar(Sample.run("r1", lang));
    Tokens tokens = new Tokens(new Words(new Texts(lang), calendar), calendar);
    tokens.add(
        Sample.judgement(Sample.token("t").expiresAt(end).build(), state, List.of(), List.of()));
    Expiry row = tokens.ending().rows().get(0);
    assertThat(row.left()).isEqualTo(left);
    assertThat(row.tone()).isEqualTo(tone);
  }
}
