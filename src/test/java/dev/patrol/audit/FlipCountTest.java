package dev.patrol.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Answer;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Dossier;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Flips;
import dev.patrol.model.History;
import dev.patrol.model.Judgement;
import dev.patrol.model.Mark;
import dev.patrol.model.Needs;
import dev.patrol.model.Place;
import dev.patrol.model.Probed;
import dev.patrol.model.Today;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import dev.patrol.model.TokenState;
import dev.patrol.model.TokenStatus;
import dev.patrol.model.Verdict;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlipCountTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final Place PLACE = new Place("tokens.csv", 2);
  private static final Flips FLIPPED = new Flips(1, 1);
  private static final Flips STEADY = new Flips(0, 1);

  private static Flips count(
      Token token, TokenState state, Verdict verdict, Cause cause, History... past) {
    Endpoint endpoint =
        Endpoint.builder("call", token.id(), "GET", "https://api.coze.cn/v1/x", PLACE).build();
    Map<Cause, Mark> steps = new EnumMap<>(Cause.class);
    Cause.steps().forEach(step -> steps.put(step, new Mark(Verdict.UNKNOWN, "")));
    Answer answer = Answer.skipped(token.id(), "call", "offline");
    Dossier dossier = new Dossier(token, List.of(endpoint), List.of());
    Diagnosis diagnosis = new Diagnosis(endpoint, verdict, cause, List.of(), steps, answer);
    FlipCount count = new FlipCount(new Today(NOW, ZoneId.of("Asia/Shanghai")));
    count.add(
        List.of(new Probed(dossier, answer, List.of(answer)).withPast(List.of(past))),
        List.of(
            new Judgement(token, state, Needs.of(dossier), answer, List.of(diagnosis), List.of())));
    return count.total();
  }

  private static Token token() {
    return builder().build();
  }

  private static Token.Builder builder() {
    return Token.builder("sales", TokenKind.PAT, PLACE);
  }

  private static History past(@Nullable String endpoint, boolean failing) {
    return new History(
        "sales", endpoint, 3, failing ? 1 : 0, failing ? NOW : null, NOW.minusSeconds(90_000), 0);
  }

  @Test
  void a_token_that_was_well_and_is_invalid_has_flipped() {
    assertThat(count(token(), TokenState.INVALID, Verdict.UNKNOWN, Cause.NONE, past(null, false)))
        .isEqualTo(FLIPPED);
  }

  @Test
  void a_token_whose_end_or_status_explains_it_has_not() {
    Token over = builder().expiresAt(NOW.minusSeconds(60)).build();
    Token revoked = builder().status(TokenStatus.REVOKED).build();
    for (Token token : List.of(over, revoked)) {
      assertThat(
              count(
                  token,
                  TokenState.INVALID,
                  Verdict.FAIL,
                  Cause.KEY_VALIDITY,
                  past(null, false),
                  past("call", false)))
          .isEqualTo(STEADY);
    }
    assertThat(
            count(
                token(),
                TokenState.EXPIRED,
                Verdict.FAIL,
                Cause.KEY_VALIDITY,
                past(null, false),
                past("call", false)))
        .isEqualTo(STEADY);
  }

  @Test
  void an_endpoint_that_passed_and_is_refused_flips_its_token() {
    History[] well = {past(null, false), past("call", false)};
    assertThat(count(token(), TokenState.VALID, Verdict.FAIL, Cause.KEY_PERMISSION, well))
        .isEqualTo(FLIPPED);
    assertThat(count(token(), TokenState.VALID, Verdict.FAIL, Cause.RESOURCE, well))
        .isEqualTo(STEADY);
    assertThat(count(token(), TokenState.VALID, Verdict.UNKNOWN, Cause.SERVICE, well))
        .isEqualTo(STEADY);
  }

  @Test
  void what_failed_last_night_flips_nothing() {
    assertThat(
            count(
                token(),
                TokenState.VALID,
                Verdict.FAIL,
                Cause.KEY_PERMISSION,
                past(null, false),
                past("call", true)))
        .isEqualTo(STEADY);
  }

  @Test
  void a_token_that_was_not_well_or_of_which_nothing_was_known_does_not_count() {
    assertThat(
            count(token(), TokenState.INVALID, Verdict.FAIL, Cause.KEY_VALIDITY, past(null, true)))
        .isEqualTo(Flips.NONE);
    assertThat(count(token(), TokenState.INVALID, Verdict.FAIL, Cause.KEY_VALIDITY))
        .isEqualTo(Flips.NONE);
  }
}
