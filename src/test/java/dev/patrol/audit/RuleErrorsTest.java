package dev.patrol.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Answer;
import dev.patrol.model.Dossier;
import dev.patrol.model.Judgement;
import dev.patrol.model.Needs;
import dev.patrol.model.Place;
import dev.patrol.model.RuleError;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Severity;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import dev.patrol.model.TokenState;
import dev.patrol.report.FailedRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleErrorsTest {
  private static final RuleInfo BAD =
      new RuleInfo("bad", Severity.LOW, null, "t", "r", "mine.drl", 4);

  private final RuleErrors errors = new RuleErrors();

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      errors.add(List.of(new RuleError(BAD, "t" + i, "no")));
    }
  }

  @Test
  void a_rule_is_given_up_after_a_hundred_tokens() {
    fail(99);
    assertThat(errors.givenUp()).isEmpty();
    fail(1);
    assertThat(errors.givenUp()).containsOnlyKeys(BAD);
  }

  @Test
  void a_rule_that_fails_for_few_of_many_tokens_is_kept() {
    for (int i = 0; i < 5_000; i++) {
      errors.add(judgement(i % 50 == 0));
    }
    assertThat(errors.failed().get(0).times()).isEqualTo(100);
    assertThat(errors.givenUp()).isEmpty();
  }

  private static Judgement judgement(boolean failed) {
    Token token = Token.builder("t", TokenKind.PAT, new Place("tokens.csv", 2)).build();
    return new Judgement(
        token,
        TokenState.VALID,
        Needs.of(new Dossier(token, List.of(), List.of())),
        Answer.skipped("t", null, "offline"),
        List.of(),
        List.of(),
        List.of(),
        failed ? List.of(new RuleError(BAD, "t", "no")) : List.of());
  }

  @Test
  void all_times_are_counted_and_the_first_are_kept() {
    fail(150);
    // It was not tried in a round without a token.
    errors.add(List.of(new RuleError(BAD, null, "given up")));
    FailedRule failed = errors.failed().get(0);
    assertThat(failed.times()).isEqualTo(150);
    assertThat(failed.first()).hasSize(20).first().extracting(RuleError::token).isEqualTo("t0");
  }
}
