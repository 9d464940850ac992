package dev.patrol.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.patrol.model.Scope;
import dev.patrol.model.TokenKind;
import dev.patrol.problem.ProblemsException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorldFileTest {
  @Test
  void a_whole_file_is_read() throws URISyntaxException {
    World world = World.read(Path.of(WorldFileTest.class.getResource("world.yaml").toURI()));
    assertThat(world.date()).isEqualTo(Instant.parse("2026-11-22T02:00:00Z"));
    assertThat(world.weather().seed()).isEqualTo(7);
    assertThat(world.selfHosted()).containsExactly("localhost:8888");
    assertThat(world.account("2450010000001"))
        .isEqualTo(new AccountTruth("free", 500, "err-4008-daily-limit"));
    assertThat(world.tokens())
        .containsExactly(
            TokenTruth.builder("support", "pat_TESTONLY000000000001")
                .permissions("getMetadata", "listBot")
                .workspaces("7501100000000000011", "7501100000000000029")
                .refusedWorkspaces(Set.of("7501100000000000029"))
                .account("2450010000001")
                .build(),
            TokenTruth.builder("service", "sat_TESTONLY000000000002")
                .host("api.coze.com")
                .kind(TokenKind.SAT)
                .build(),
            TokenTruth.builder("own", "pat_TESTONLY000000000003").host("localhost:8888").build());
    assertThat(world.resources()).containsEntry("7502200000000000017", "7501100000000000011");
    assertThat(world.missing()).containsExactly("7502200000000000404");
    assertThat(world.unpublished()).containsExactly("7502200000000000025");
    assertThat(world.oddities())
        .containsExactly(
            Oddity.at("support", "bot-list", "err-4102-risk-control"),
            new Oddity(null, null, "/v1/users/me", "err-429-too-many", 1, 2),
            Oddity.at("service", "voice-list", "slow-drip"));
  }

  @Test
  void a_problem_never_quotes_a_token() {
    assertThatThrownBy(() -> WorldFile.parse("world.yaml", "seed: pat_TESTONLY000000000001\n"))
        .hasMessageContaining("pat_[REDACTED]")
        .hasMessageNotContaining("TESTONLY");
  }

  @Test
  void an_empty_file_is_a_world_without_tokens() {
    assertThat(WorldFile.parse("world.yaml", "# nothing\n")).isEqualTo(World.builder().build());
  }

  @Test
  void a_name_without_a_value_is_as_good_as_not_given() {
    assertThat(WorldFile.parse("world.yaml", "seed:\nsed: ~\ntokens:\nseed: 7\n"))
        .isEqualTo(WorldFile.parse("world.yaml", "seed: 7\n"));
    assertThat(WorldFile.parse("world.yaml", "~\n")).isEqualTo(World.builder().build());
  }

  @Test
  void what_is_not_said_about_a_token_is_allowed() {
    TokenTruth token =
        WorldFile.parse("world.yaml", "tokens: [{name: a, value: pat_TESTONLY000000000001}]\n")
            .tokens()
            .get(0);
    assertThat(token.alive()).isTrue();
    assertThat(token.permissions()).isEqualTo(Scope.everything());
    assertThat(token.workspaces()).isEqualTo(Scope.everything());
    assertThat(token.host()).isEqualTo("api.coze.cn");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          seed: many                    | 1:7: seed: expected a whole number from 0 to 1000000000, got "many"
          error-rate: 1.5               | 1:13: error-rate: expected a number from 0 to 1, got "1.5"
          date: soon                    | 1:7: date: expected a time such as 2026-11-22T10:00:00+08:00, got "soon"
          echo: perhaps                 | 1:7: echo: expected true or false, got "perhaps"
          tokns: []                     | 1:8: tokns: expected one of accounts, date, echo
          missing: 1                    | 1:10: missing: expected a list such as [a, b]
          missing: [[1]]                | 1:11: missing: expected one value, got a list or a section
          resources: [1]                | 1:12: resources: expected a section such as {name: value}
          resources: {a: [1]}           | 1:16: a: expected one value, got a list or a section
          accounts: {a: {edition: big}} | 1:25: edition: expected free, pro_personal, team or enterprise, got "big"
          accounts: {a: {used-up: err}} | 1:25: used-up: expected a recorded answer such as err-4102-risk-control, got "err"
          accounts: {a: 1}              | 1:15: a: expected a section such as {name: value}
          tokens: [1]                   | 1:10: tokens: expected a section such as {name: value}
          tokens: [{value: x}]          | 1:10: name: expected a value, got nothing
          tokens: [{name: a}]           | 1:17: name: expected either value or sha256 beside the name
          tokens: [{name: a, sha256: A}]| 1:28: sha256: expected 64 lower case hex digits
          tokens: [{name: a, value: x, site: de}] | 1:36: site: expected cn, com or one of the self-hosted hosts, got "de"
          tokens: [{name: a, value: x, kind: key}] | 1:36: kind: expected pat, sat or oauth, got "key"
          tokens: [{name: a, value: x, permissions: all}] | 1:43: permissions: expected a list such as [a, b] or "*", got "all"
          tokens: [{name: a, value: x}, {name: a, value: y}] | 1:38: name: expected a name of its own, "a" was given before
          tokens: [{name: a, value: x}, {name: b, value: x}] | 1:38: name: expected a value of its own, "a" has the same one
          oddities: [{operation: bot-get}] | 1:12: answer: expected a value, got nothing
          oddities: [{operation: bot, answer: reset}] | 1:24: operation: expected an operation such as bot-get, got "bot"
          oddities: [{token: t, answer: reset}] | 1:20: token: expected the name of a token of this world, got "t"
          oddities: [{path: /v1, answer: 4102}] | 1:32: answer: expected a recorded answer such as err-4102-risk-control or a manner
          oddities: [{answer: reset}]   | 1:21: answer: expected a token, an operation or a path beside the answer
          seed: 1\\nseed: 2             | 2:1: seed: expected once, got it again
          missing: [~]                  | 1:11: expected an item, got nothing
          tokens: [~]                   | 1:10: expected an item, got nothing
          resources: {a: 1, a: 2}       | 1:19: a: expected once, got it again
          a: [                          | not valid YAML
          [1, 2]                        | 1:1: expected a section such as {tokens: [...]}
          seed: &a 1\\nlatency-ms: *a   | 2:13: aliases are not supported, write the value out
          seed: 1\\n---\\nseed: 2       | 3:1: expected one document, found a second one
          """)
  void each_mistake_is_named_with_place_and_expectation(String text, String expected) {
    assertThatExceptionOfType(ProblemsException.class)
        .isThrownBy(() -> WorldFile.parse("world.yaml", text.replace("\\n", "\n")))
        .withMessageStartingWith("world.yaml:")
        .withMessageContaining(expected);
  }

  @Test
  void all_mistakes_are_named_at_once_in_the_order_of_the_file() {
    ProblemsException problems =
        catchThrowableOfType(
            ProblemsException.class,
            () -> WorldFile.parse("w.yaml", "seed: x\nerror-rate: 2\ntokens:\n  - kind: key\n"));
    assertThat(problems.problems())
        .extracting(problem -> problem.line())
        .isEqualTo(List.of(1, 2, 4, 4, 4));
  }

  @Test
  void messages_never_hold_a_value() {
    assertThatExceptionOfType(ProblemsException.class)
        .isThrownBy(
            () ->
                WorldFile.parse(
                    "w.yaml",
                    "tokens: [{name: a, value: pat_TESTONLY000000000001, sha256: pat_TESTONLY2},"
                        + " {name: b, value: [pat_TESTONLY000000000001]}]\n"))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("TESTONLY"));
    assertThatExceptionOfType(ProblemsException.class)
        .isThrownBy(() -> WorldFile.parse("w.yaml", "tokens: [{value: pat_TESTONLY000000000001\n"))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("TESTONLY"));
  }

  @Test
  void a_missing_file_and_another_encoding_are_named(@TempDir Path folder) throws Exception {
    Path none = folder.resolve("none.yaml");
    assertThatExceptionOfType(ProblemsException.class)
        .isThrownBy(() -> World.read(none))
        .withMessage(none + ": expected a readable file: NoSuchFileException");
    Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {(byte) 0xe9});
    assertThatExceptionOfType(ProblemsException.class)
        .isThrownBy(() -> World.read(latin))
        .withMessage(latin + ": expected UTF-8 text");
  }

  @Test
  void a_world_holds_no_value() {
    World world =
        WorldFile.parse("world.yaml", "tokens: [{name: a, value: pat_TESTONLY000000000001}]\n");
    assertThat(world.toString()).doesNotContain("TESTONLY");
  }
}
