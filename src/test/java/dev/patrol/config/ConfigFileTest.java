package dev.patrol.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {

  @Test
  void all_problems_are_reported_at_once_with_their_places() {
    assertThat(
            problems(
                """
                zone: Asia/Shangai
                lang: de
                probe:
                  concurrency: 0
                  read-timeout: soon
                  concurency: 4
                hosts:
                  - site: cn
                """))
        .containsExactly(
            "patrol.yaml:1:7: zone: expected a time zone such as Asia/Shanghai"
                + " (did you mean Asia/Shanghai?), got \"Asia/Shangai\"",
            "patrol.yaml:2:7: lang: must be one of en, zh, got \"de\"",
            "patrol.yaml:4:16: probe.concurrency: must be between 1 and 1000, got 0",
            "patrol.yaml:5:17: probe.read-timeout: must be between 10ms and 10m, got \"soon\"",
            "patrol.yaml:6:3: probe.concurency: no such setting (did you mean concurrency?)",
            "patrol.yaml:8:5: hosts[0].host: must be given");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "store: mysql://u:hidden1@h/db | store: expected a URL such as"
            + " jdbc:postgresql://host:5432/patrol, got [REDACTED]",
        "store: {url: 'jdbc:h2:x', password: hidden1} | store.password: expected env:NAME or"
            + " file:PATH, never the password itself, got [REDACTED]",
        "store: {user: u1} | store.url: must be given",
      })
  void a_store_keeps_its_secrets(String text, String message) {
    assertThat(messages(text)).containsExactly(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "fail_on: low | fail_on: no such setting (did you mean fail-on?)",
        "concurrency: 4 | concurrency: no such setting (did you mean probe.concurrency?)",
        "colour: red | colour: no such setting",
        "policy: {limits: {pat.personal.owners: 1}} | policy.limits.pat.personal.owners: no such"
            + " setting (did you mean pat.personal.owner?)",
        "hosts: [{host: a.example, selfHosted: true}] | hosts[0].selfHosted: no such setting (did"
            + " you mean self-hosted?)",
        "pat_TESTONLY000000000001: x | pat_[REDACTED]: no such setting",
      })
  void an_unknown_setting_is_a_problem_with_a_suggestion(String text, String message) {
    assertThat(messages(text)).containsExactly(message);
  }

  @Test
  void a_setting_given_twice_is_a_problem() {
    assertThat(problems("lang: zh\nprobe:\n  attempts: 1\n  attempts: 2\nlang: en\n"))
        .containsExactly(
            "patrol.yaml:4:3: probe.attempts: given twice, first in line 3",
            "patrol.yaml:5:1: lang: given twice, first in line 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "lang: | lang: must be one of en, zh, got nothing",
        "lang: [en] | lang: must be one of en, zh, got a list",
        "probe: 7 | probe: expected names with values, got 7",
        "probe: {attempts: {a: 1}} | probe.attempts: must be between 1 and 10, got names with values",
        "catalog: own.csv | catalog: expected a list, got \"own.csv\"",
        "catalog: [[a]] | catalog[0]: expected a path, got a list",
        "catalog: [\"\"] | catalog[0]: expected a path, got \"\"",
        "hosts: [x] | hosts[0]: expected names with values, got \"x\"",
        "fail-on: info | fail-on: must be one of none, low, medium, high, critical, got \"info\"",
        "inventory: {encoding: UTF-16} | inventory.encoding: must be one of UTF-8, GB18030, got"
            + " \"UTF-16\"",
        "secrets-timeout: 10 | secrets-timeout: must be between 100ms and 10m, got 10",
        "probe: {max-body: 1GiB} | probe.max-body: must be between 1KiB and 64MiB, got \"1GiB\"",
        "probe: {rate-per-account: 0.5} | probe.rate-per-account: must be between 1 and 1000, got"
            + " 0.5",
        "policy: {near-limit: .nan} | policy.near-limit: must be between 0.01 and 1.0, got"
            + " \".nan\"",
        "policy: {near-limit: 0} | policy.near-limit: must be between 0.01 and 1.0, got 0",
        "policy: {expiry-days: []} | policy.expiry-days: expected a list of days such as"
            + " [14, 7, 3, 1], got a list",
        "policy: {expiry-days: [7, x]} | policy.expiry-days[1]: must be between 1 and 3650, got"
            + " \"x\"",
        "policy: {pats-unlimited-before: 2024-10-16} | policy.pats-unlimited-before: expected a"
            + " time with offset such as 2024-10-16T00:00:00+08:00, got \"2024-10-16\"",
        "policy: {values: {a: {b: c}}} | policy.values.a: expected a text, a number, true, false"
            + " or a list of texts, got names with values",
        "policy: {values: {a: [{b: c}]}} | policy.values.a[0]: expected a text, got names with"
            + " values",
        "report: {csv-bom: yes} | report.csv-bom: must be one of auto, always, never, got \"yes\"",
        "report: {alarm-days: [7, 400]} | report.alarm-days[1]: must be between 0 and 365, got 400",
        "report: {fallback-contact: {}} | report.fallback-contact: expected a name, an email or both,"
            + " got names with values",
        "report: {fallback-contact: {email: platform}} | report.fallback-contact.email: expected an"
            + " address such as admin@example.com, got \"platform\"",
        "report: {fallback-contact: {name: ''}} | report.fallback-contact.name: expected a name of up"
            + " to 200 characters, got \"\"",
      })
  void a_wrong_value_is_a_problem(String text, String message) {
    assertThat(messages(text)).containsExactly(message);
  }

  @Test
  void the_last_values_within_the_bounds_are_taken() {
    ProbeLimits probe =
        ConfigFile.parse(
                "patrol.yaml",
                "probe: {concurrency: 1000, connect-timeout: 10ms, read-timeout: 10m,"
                    + " max-body: 64MiB, attempts: 1}")
            .probe();
    assertThat(probe.concurrency()).isEqualTo(1000);
    assertThat(probe.connectTimeout()).hasMillis(10);
    assertThat(probe.readTimeout()).hasMinutes(10);
    assertThat(probe.maxBody()).isEqualTo(67_108_864);
    assertThat(probe.attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "vault: [] | secrets.vault: expected a list such as"
            + " [vault, kv, get, \"secret/coze/{key}\"], got a list",
        "vault: vault get | secrets.vault: expected a list such as"
            + " [vault, kv, get, \"secret/coze/{key}\"], got [REDACTED]",
        "vault: [\"{key}\"] | secrets.vault[0]: expected the program to run, without {key}, got"
            + " [REDACTED]",
        "env: [printenv, \"{key}\"] | secrets: the name env is built in, expected another one",
        "\"a b\": [cat] | secrets: expected a name of letters, digits, - and _",
        "own: [/bin/bash, -ec, \"get {key}\"] | secrets.own[2]: {key} inside a shell script would"
            + " let an inventory cell run commands; expected it as a word of its own, as in"
            + " [sh, -c, 'get \"$1\"', sh, \"{key}\"], got [REDACTED]",
      })
  void a_command_that_must_not_be_run_is_a_problem(String text, String message) {
    assertThat(messages("secrets:\n  " + text)).containsExactly(message);
  }

  @Test
  void a_shell_may_take_the_key_as_a_word_of_its_own() {
    String text = "secrets: {own: [sh, -c, 'get \"$1\"', sh, \"{key}\"]}";
    assertThat(ConfigFile.parse("patrol.yaml", text).secrets()).containsKey("own");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{host: API.coze.cn}] | hosts[0].host: is always allowed for tokens of its own site, leave"
            + " it out, got \"API.coze.cn\"",
        "[{host: a.example}, {host: A.example}] | hosts[1].host: expected each host once, got"
            + " \"A.example\"",
        "[{host: \"https://a.example\"}] | hosts[0].host: expected a host such as"
            + " coze.example.internal:8888, without scheme and path, got \"https://a.example\"",
        "[{host: a.example, site: us}] | hosts[0].site: must be one of cn, com, got \"us\"",
        "[{host: a.example, self-hosted: maybe}] | hosts[0].self-hosted: must be one of true,"
            + " false, got \"maybe\"",
      })
  void a_host_that_cannot_be_allowed_is_a_problem(String text, String message) {
    assertThat(messages("hosts: " + text)).containsExactly(message);
  }

  @Test
  void a_route_from_something_that_is_no_host_is_a_problem_at_its_name() {
    assertThat(problems("routes:\n  https://api.coze.cn: https://10.0.0.8\n"))
        .containsExactly(
            "patrol.yaml:2:3: routes: expected a host such as coze.example.internal:8888, without"
                + " scheme and path, got \"https://api.coze.cn\"");
  }

  @Test
  void values_that_look_like_tokens_are_not_shown() {
    assertThat(messages("lang: pat_TESTONLY000000000001"))
        .containsExactly("lang: must be one of en, zh, got \"pat_[REDACTED]\"");
  }

  @Test
  void long_values_and_line_breaks_are_shown_on_one_short_line() {
    String shown = messages("lang: \"a\\n" + "b".repeat(200) + "\"").get(0);
    assertThat(shown).endsWith("got \"a " + "b".repeat(78) + "...\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lang: 'zh", "a: b: c", "probe: {", "\t- x", "- @x", "lang: zh\n---\nlang: en"})
  void text_that_is_not_one_yaml_document_is_one_problem_with_a_line(String text) {
    List<Problem> problems = exception(text).problems();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).line()).isPositive();
    assertThat(problems.get(0).message()).doesNotContain("\n");
  }

  @Test
  void a_syntax_error_does_not_quote_the_file() {
    assertThat(problems("secrets:\n  own: [get, --password, 'made-up, \"{key}\"]\n"))
        .singleElement()
        .asString()
        .startsWith("patrol.yaml:")
        .contains("not valid YAML")
        .doesNotContain("made-up");
  }

  @Test
  void aliases_are_refused() {
    assertThat(problems("catalog: [&a own.csv, *a]"))
        .containsExactly("patrol.yaml:1:23: aliases are not supported, write the value out");
  }

  @Test
  void a_list_in_place_of_the_settings_is_a_problem() {
    assertThat(messages("- zone")).containsExactly("expected names with values, got a list");
  }

  @Test
  void bytes_of_another_encoding_are_a_problem(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("patrol.yaml"), new byte[] {'#', (byte) 0xD6, '\n'});
    ProblemsException e = catchThrowableOfType(ProblemsException.class, () -> Config.read(file));
    assertThat(e).hasMessage(file + ": expected UTF-8, found bytes of another encoding");
  }

  private static List<String> problems(String text) {
    return exception(text).problems().stream().map(Problem::toString).toList();
  }

  private static List<String> messages(String text) {
    return exception(text).problems().stream().map(Problem::message).toList();
  }

  private static ProblemsException exception(String text) {
    return catchThrowableOfType(
        ProblemsException.class, () -> ConfigFile.parse("patrol.yaml", text));
  }
}
