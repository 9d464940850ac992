package dev.patrol.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Secret;
import org.junit.jupiter.api.Test;

class ReasonsTest {
  private static final Secret URL =
      new Secret("https://chat.example/robot/send?access_token=TESTONLY%2Babcdef");

  @Test
  void secrets_and_their_parts_are_gone_in_every_form() {
    Reasons reasons = Reasons.hiding(URL, new Secret("TESTONLY-key"), null);
    assertThat(
            reasons.of(
                "no https://chat.example/robot/send?access_token=TESTONLY%2Babcdef or"
                    + " TESTONLY%2Babcdef or TESTONLY+abcdef or TESTONLY-key or"
                    + " VEVTVE9OTFkta2V5"))
        .isEqualTo("no [REDACTED] or [REDACTED] or [REDACTED] or [REDACTED] or [REDACTED]");
  }

  @Test
  void what_is_no_secret_stays_and_what_looks_like_a_token_goes() {
    assertThat(Reasons.hiding(URL).of("chat.example/robot/send\r\nsays pat_TESTONLY000000000001"))
        .isEqualTo("chat.example/robot/send says pat_[REDACTED]");
  }

  @Test
  void a_reason_is_one_line_of_bounded_length() {
    assertThat(Reasons.hiding().of("a\n".repeat(1000))).hasSize(240).doesNotContain("\n");
  }
}
