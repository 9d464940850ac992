package dev.patrol.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.model.AnswerMeanings;
import dev.patrol.model.Meaning;
import dev.patrol.problem.ProblemsException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCodesTest {
  private static final AnswerMeanings CODES = AnswerCodes.standard();

  @ParameterizedTest
  @CsvSource({
    "200, 0, '', ACCEPTED",
    "200, 0, Success, ACCEPTED",
    "101, 0, '', ACCEPTED",
    "502, 0, '', SERVICE",
    "200, 4101, , AUTH_REFUSED",
    "401, 4101, Unauthorized, AUTH_REFUSED",
    "401, 4101, The Token You Entered Is Incorrect., KEY_REFUSED",
    "200, 4101, 您输入的 token 不正确, KEY_REFUSED",
    "200, 4101, No permission: check whether the token is incorrect, RIGHT_REFUSED",
    "200, 4100, anything, KEY_REFUSED",
    "200, 700012006, authentication failed: missing session_key in cookie, NOT_OFFERED",
    "401, 700012006, , KEY_REFUSED",
    "401, 401, missing session_key in cookie, NOT_OFFERED",
    "401, 401, something else, AUTH_REFUSED",
    "404, 4000, Request parameter error, WRONG_PATH",
    "400, 4000, Request parameter error, WRONG_PARAMETER",
    "500, 4200, , RESOURCE",
  })
  void known_code_is_told_by_status_and_words(
      int status, String code, String msg, Meaning expected) {
    assertThat(CODES.of(status, code, msg)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "401, AUTH_REFUSED",
    "403, AUTH_REFUSED",
    "404, WRONG_PATH",
    "400, SERVICE",
    "422, SERVICE",
    "200, SERVICE",
    "302, SERVICE",
    "500, SERVICE",
    "503, SERVICE",
  })
  void unknown_code_is_told_by_its_status(int status, Meaning expected) {
    assertThat(CODES.of(status, "987654321", "news")).isEqualTo(expected);
  }

  @Test
  void words_of_an_unknown_code_come_before_its_status() {
    assertThat(CODES.of(401, "unknown", "verify jwt empty error")).isEqualTo(Meaning.KEY_REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "4101", "4100", "4200", "5000", "whatever"})
  void too_many_requests_is_a_quota_whatever_the_code(String code) {
    assertThat(CODES.of(429, code, null)).isEqualTo(Meaning.QUOTA);
  }

  @Test
  void answer_without_a_code_is_the_services_fault_unless_it_came_too_fast() {
    assertThat(CODES.of(200, null, null)).isEqualTo(Meaning.SERVICE);
    assertThat(CODES.of(401, null, null)).isEqualTo(Meaning.SERVICE);
    assertThat(CODES.of(404, " ", "page not found")).isEqualTo(Meaning.SERVICE);
    assertThat(CODES.of(429, null, null)).isEqualTo(Meaning.QUOTA);
  }

  @Test
  void order_of_the_table_does_not_matter() {
    List<String> lines =
        new ArrayList<>(new String(Resources.bytes("answers.csv"), UTF_8).lines().toList());
    String header = lines.remove(0);
    String bad = "The token you entered is incorrect; you do not have permission";
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(lines, new Random(seed));
      AnswerMeanings shuffled = read(header + "\n" + String.join("\n", lines) + "\n");
      assertThat(shuffled.of(200, "4101", bad)).isEqualTo(Meaning.KEY_REFUSED);
      assertThat(shuffled.of(404, "4000", "")).isEqualTo(Meaning.WRONG_PATH);
      assertThat(shuffled.of(403, "news", "")).isEqualTo(Meaning.AUTH_REFUSED);
      assertThat(shuffled.of(409, "news", "")).isEqualTo(Meaning.SERVICE);
    }
  }

  @Test
  void malformed_table_is_refused_with_every_problem() {
    String table = "code,http_status,msg_contains,meaning,source\n1,40,,resource,x\n2,,,none,x\n";

    assertThatThrownBy(() -> read(table))
        .isInstanceOf(ProblemsException.class)
        .hasMessage(
            "t.csv:2: http_status: expected a status such as 404 or 4xx, got \"40\"\n"
                + "t.csv:3: meaning: expected a meaning such as key-refused, got \"none\"");
  }

  private static AnswerMeanings read(String table) {
    return AnswerCodes.read("t.csv", table.getBytes(UTF_8));
  }
}
