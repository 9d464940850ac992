package dev.patrol.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeBodyTest {
  @Test
  void values_called_secrets_are_blotted_out_at_any_depth_and_all_else_stays() {
    assertThat(
            SafeBody.of(
                """
                { "bot_id" : "75", "API_Key":"Zx9\\"Q" , "n": [1.0, {"password" :
                  ["Zx9Q", {"a": 1}], "max": null, "auth": 12e3}], "pwd": true }
                """))
        .isEqualTo(
            """
            { "bot_id" : "75", "API_Key":"[REDACTED]" , "n": [1.0, {"password" :
              "[REDACTED]", "max": null, "auth": "[REDACTED]"}], "pwd": "[REDACTED]" }
            """);
  }

  @Test
  void json_within_a_string_is_searched_too() {
    assertThat(
            SafeBody.of("{\"content\":\"{\\\"token\\\":\\\"Zx9Q\\\",\\\"a\\\":1}\",\"b\":\"[hi\"}"))
        .isEqualTo(
            "{\"content\":\"{\\\"token\\\":\\\"[REDACTED]\\\",\\\"a\\\":1}\",\"b\":\"[hi\"}");
  }

  @Test
  void what_is_not_json_is_blotted_out_as_a_whole() {
    assertThat(SafeBody.of("user=a&password=Zx9Q")).isEqualTo("[REDACTED]");
    assertThat(SafeBody.of("{\"a\":1, \"password\":\"Zx9Q")).isEqualTo("[REDACTED]");
  }

  @Test
  void a_long_body_is_cut_in_the_right_places() {
    String filler = "\"扣子" + "x".repeat(100_000) + "\"";
    assertThat(SafeBody.of("[" + filler + ",{\"token\":" + filler + "},2]"))
        .isEqualTo("[" + filler + ",{\"token\":\"[REDACTED]\"},2]");
  }
}
