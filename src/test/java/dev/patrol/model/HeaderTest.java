package dev.patrol.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer {{token}}",
        "Bearer ${token}",
        "Bearer $COZE_TOKEN",
        "Bearer$COZE_TOKEN",
        "$COZE_TOKEN",
        "Bearer <your token>",
        "Bearer pat_xxxx"
      })
  void what_stands_in_for_the_token_is_a_placeholder(String cell) {
    assertThat(Header.of(cell).isPlaceholder()).isTrue();
    assertThat(Header.of(cell).hasToken()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer p@ss#w0rd!x9$kk", "Bearer Zx9$KK", "Bearer $kk", "Bearer $KKz"})
  void a_dollar_sign_in_a_secret_is_none(String cell) {
    assertThat(Header.of(cell).isPlaceholder()).isFalse();
  }
}
