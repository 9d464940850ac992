package dev.patrol.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTestCommandTest {
  private static final String RULES =
      """
      package mine
      import dev.patrol.model.*
      global Audit audit
      rule "Nobody owns it"
          @id(nobody-owns-it)
          @severity(low)
          @guide(hygiene)
          @title("t")
          @remedy("r")
      when
          $token : Token(owner == null)
      then
          audit.warn($token, "nobody owns %s", $token.id());
      end
      rule "A call was let through"
          @id(let-through)
          @guide(key.validity)
      when
          $token : Token()
          Answer(token == $token.id, endpoint != null, meaning == Meaning.ACCEPTED)
      then
          audit.pass($token, Cause.KEY_VALIDITY, "a call was let through");
      end
      """;

  private static final String CASES =
      """
      nobody-owns-it:
        firing:
          - case: no owner
            token: {owner: null}
            finds:
              - on: t1
                evidence: nobody owns t1
                severity: low
        near-miss:
          - case: an owner without address
            token: {owner_email: null}
        clean:
          - case: an owner
      let-through:
        firing:
          - case: accepted
        near-miss:
          - case: refused
            answer: {code: 4100}
        clean:
          - case: not asked
            offline: true
      """;

  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  RulesTestCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("mine.drl"), RULES, StandardCharsets.UTF_8);
    cases(CASES);
  }

  private void cases(String text) throws IOException {
    Files.writeString(folder.resolve("mine.cases.yaml"), text, StandardCharsets.UTF_8);
  }

  private int run(String... options) {
    String[] args = new String[options.length + 4];
    args[0] = "rules";
    args[1] = "test";
    args[2] = "--rules";
    args[3] = folder.toString();
    System.arraycopy(options, 0, args, 4, options.length);
    return Main.run(new PrintWriter(out), new PrintWriter(err), args);
  }

  @Test
  void cases_that_pass_end_well_although_other_steps_have_no_rules() {
    assertThat(run()).isZero();
    assertThat(out.toString())
        .contains("no rule is of the step key.oauth\n")
        .endsWith("6 cases of 2 rules: 6 passed, 0 failed; 0 rules lack cases\n");
    assertThat(run("--strict")).isEqualTo(1);
  }

  @Test
  void a_case_that_fails_shows_place_difference_and_diagnosis() throws IOException {
    cases(CASES.replace("evidence: nobody owns t1", "evidence: somebody owns t1"));
    assertThat(run()).isEqualTo(1);
    assertThat(out.toString())
        .startsWith(
            folder
                + "/mine.cases.yaml:3: nobody-owns-it, firing: no owner: failed\n"
                + "    expected t1, low: somebody owns t1\n"
                + "    found    t1, low: nobody owns t1\n"
                + "    token t1 is valid\n"
                + "    endpoint e1: pass, cause none\n"
                + "    reported: nobody-owns-it on t1, low: nobody owns t1\n")
        .endsWith("6 cases of 2 rules: 5 passed, 1 failed; 0 rules lack cases\n");
  }

  @Test
  void a_rule_that_only_concludes_must_fire_in_its_firing_cases_alone() throws IOException {
    cases(CASES.replace("- case: accepted", "- case: accepted\n      answer: {code: 4100}"));
    assertThat(run("--rule", "let-through")).isEqualTo(1);
    assertThat(out.toString())
        .contains("let-through, firing: accepted: failed\n")
        .contains("    expected that it fires, it did not\n")
        .contains("3 cases of 1 rules");
    cases(CASES.replace("answer: {code: 4100}", "answer: {code: 0}"));
    assertThat(run()).isEqualTo(1);
    assertThat(out.toString()).contains("    expected that it does not fire, it did\n");
  }

  @Test
  void causes_alternatives_steps_and_other_rules_are_held_against_what_was_found()
      throws IOException {
    cases(
        """
        nobody-owns-it:
          clean:
            - case: all expectations are wrong
              causes: {e1: quota}
              alternatives: {e1: [service]}
              steps: {e1: {key.validity: fail}}
              verdicts: {e1: unknown}
              all: [let-through]
        """);
    assertThat(run()).isEqualTo(1);
    assertThat(out.toString())
        .contains("    expected the cause of e1 to be quota, found none\n")
        .contains("    expected the alternatives of e1 to be service, found none\n")
        .contains("    expected e1 key.validity to be fail, found pass (a call was let through)\n")
        .contains("    expected e1 to be unknown, found pass\n")
        .contains("    expected findings of let-through, found none\n");
  }

  @Test
  void rules_without_cases_are_named_with_what_they_lack() throws IOException {
    cases("nobody-owns-it:\n  clean:\n    - case: an owner\n");
    assertThat(run()).isZero();
    assertThat(out.toString())
        .contains("mine.drl:4: nobody-owns-it has no firing case, no near-miss case\n")
        .contains("mine.drl:15: let-through has no case\n")
        .endsWith("1 cases of 2 rules: 1 passed, 0 failed; 2 rules lack cases\n");
  }

  @Test
  void cases_of_unknown_rules_and_in_other_files_are_errors() throws IOException {
    cases("nobody-owns-its:\n  clean:\n    - case: an owner\n");
    Files.writeString(folder.resolve("other.cases.yaml"), "let-through:\n");
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            folder
                + "/mine.cases.yaml:1:1: there is no rule nobody-owns-its"
                + " (did you mean nobody-owns-it?)\n"
                + folder
                + "/other.cases.yaml:1:1: let-through: expected its cases in "
                + folder
                + "/mine.cases.yaml\n");
  }

  @Test
  void an_unknown_rule_on_the_command_line_is_a_usage_error() {
    assertThat(run("--rule", "let-thru")).isEqualTo(2);
    assertThat(err.toString()).contains("There is no rule let-thru. Did you mean let-through?");
  }

  @Test
  void rules_that_are_switched_off_are_tried() throws IOException {
    Path config = folder.resolve("patrol.yaml");
    Files.writeString(config, "rules:\n  off: [nobody-owns-it]\n");
    assertThat(run("--config", config.toString())).isZero();
    assertThat(out.toString()).contains("6 passed");
  }

  @Test
  void json_tells_the_same() throws IOException {
    cases(CASES.replace("token: {owner: null}", "token: {owner: Li Wei}"));
    assertThat(run("--format", "json")).isEqualTo(1);
    JsonNode result = new ObjectMapper().readTree(out.toString());
    assertThat(result.path("passed").asBoolean()).isFalse();
    JsonNode first = result.path("cases").path(0);
    assertThat(first.path("rule").asText()).isEqualTo("nobody-owns-it");
    assertThat(first.path("line").asInt()).isEqualTo(3);
    assertThat(first.path("differences").path(0).asText())
        .isEqualTo("expected t1, low: nobody owns t1");
    assertThat(result.path("cases").size()).isEqualTo(6);
  }
}
