package dev.patrol.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  @ParameterizedTest
  @CsvSource({
    "pat_TESTONLY000000000001, pat_[REDACTED]",
    "Bearerpat_TESTONLY000000000001, Bearerpat_[REDACTED]",
    "a=%20pat_TESTONLY000000000001&b=2, a=%20pat_[REDACTED]&b=2",
    "my_sat_TESTONLY000000000001, my_sat_[REDACTED]",
    "czs_abcdefghijklmnopqrst, czs_[REDACTED]",
    "pat_a1-b_2c, pat_[REDACTED]",
    "'pat_TESTONLY1, czu_TESTONLY2', 'pat_[REDACTED], czu_[REDACTED]'"
  })
  void what_looks_like_a_token_is_blotted_out(String text, String masked) {
    assertThat(Redaction.mask(text)).isEqualTo(masked);
    assertThat(Redaction.looksLikeToken(text)).isTrue();
    assertThat(Redaction.mask(masked)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pat_***",
        "pat_build_server",
        "compat_mode2",
        "pat_1",
        "Bearer {token}",
        "format_x1y2z3"
      })
  void names_and_placeholders_stay(String text) {
    assertThat(Redaction.mask(text)).isEqualTo(text);
    assertThat(Redaction.looksLikeToken(text)).isFalse();
  }
}
