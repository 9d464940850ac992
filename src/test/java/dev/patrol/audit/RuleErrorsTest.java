package dev.patrol.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.RuleError;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Severity;
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
  void all_times_are_counted_and_the_first_are_kept() {
    fail(150);
    // It was not tried in a round without a token.
    errors.add(List.of(new RuleError(BAD, null, "given up")));
    FailedRule failed = errors.failed().get(0);
    assertThat(failed.times()).isEqualTo(150);
    assertThat(failed.first()).hasSize(20).first().extracting(RuleError::token).isEqualTo("t0");
  }
}
