package dev.patrol.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
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

  /** A prefix behind the text has it looked at closely, and changes nothing of it. */
  @Property
  void a_text_is_masked_as_after_a_close_look(@ForAll("texts") String text) {
    assertThat(Redaction.mask(text) + " pat_").isEqualTo(Redaction.mask(text + " pat_"));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "pat", "sat", "czu", "czs", "cztei", "_", "__", "x", "A", " ", "-", "TESTONLY0000001")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/v1?a=1&X-Api-Key=Zx9;Q#w&b=2, https://h/v1?a=1&X-Api-Key=[REDACTED]&b=2",
    "https://h/v1?to%6Ben=Zx9Q, https://h/v1?to%6Ben=[REDACTED]",
    "https://h/v1#access_token=Zx9Q, https://h/v1#access_token=[REDACTED]",
    "https://h/v1?a=b;sign=Zx9Q, https://h/v1?a=b;sign=[REDACTED]",
    "https://h/v1?authorization={token}&token=, https://h/v1?authorization={token}&token=",
    "https://h/pat%5FTESTONLY000000000001/x, https://h/[REDACTED]/x",
    "https://h/v1?keyword=a&author_id=b&%zz, https://h/v1?keyword=a&author_id=b&%zz"
  })
  void a_url_is_shown_without_values_that_are_called_secrets(String url, String shown) {
    assertThat(Redaction.url(url)).isEqualTo(shown);
    assertThat(Redaction.url(shown)).isEqualTo(shown);
  }

  @Test
  void a_user_in_a_url_is_blotted_out_of_any_text() {
    assertThat(Redaction.mask("see https://admin:Hunter2@h/v1 and mail a@b.example"))
        .isEqualTo("see https://[REDACTED]@h/v1 and mail a@b.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer {token}",
        "Authorization: bearer  \"{token}\"",
        "Bearer{token};",
        "Bearer\u3000{token}",
        "Bearer: <your token>",
        "Bearer <你的令牌>",
        "Bearer ${COZE_TOKEN}",
        "Bearer $COZE_API_2_TOKEN",
        "Bearer {{token}}",
        "Bearer YOUR_ACCESS_TOKEN",
        "Bearer pat_***",
        "Bearer pat_xxxx",
        "Bearer ...",
        "Bearer , {token}"
      })
  void a_header_without_secret_is_shown_as_it_is(String header) {
    assertThat(Redaction.authorization(header)).isEqualTo(header);
  }

  @ParameterizedTest
  @CsvSource({
    "Basic dTpw:Ab1!Cd2@Ef3, Basic [REDACTED]",
    "Bearer p@ss#w0rd!x9$kk, Bearer [REDACTED]",
    "BearerHunter2, [REDACTED]",
    "Hunter2, [REDACTED]",
    "Bearer {token}Zx9Q, Bearer {token}[REDACTED]",
    "Bearer <Zx9Q>, Bearer [REDACTED]",
    "Bearer pat_xxxZ9, Bearer [REDACTED]",
    "Bearer $ZX9Qa, Bearer [REDACTED]",
    "Bearer {Zx9Q}, Bearer [REDACTED]",
    "Bearer Zx 9Q, Bearer [REDACTED] [REDACTED]",
    "Bearer pat_TESTONLY000000000001, Bearer pat_[REDACTED]"
  })
  void any_other_word_of_a_header_is_blotted_out(String header, String shown) {
    assertThat(Redaction.authorization(header)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"api_key", "API-Key", "Client.Secret", "db_password", "PWD", "authToken", "密码"})
  void a_name_for_secrets_is_known(String name) {
    assertThat(Redaction.isSecretName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bot_id", "keyword", "author", "note", "", "design_id"})
  void other_names_are_told_apart(String name) {
    assertThat(Redaction.isSecretName(name)).isFalse();
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
