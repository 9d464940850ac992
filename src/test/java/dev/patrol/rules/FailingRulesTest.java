package dev.patrol.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.patrol.model.Cause;
import dev.patrol.model.Estate;
import dev.patrol.model.Finding;
import dev.patrol.model.Judgement;
import dev.patrol.model.Mark;
import dev.patrol.model.Policy;
import dev.patrol.model.Probed;
import dev.patrol.model.RuleError;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.RuleSettings;
import dev.patrol.model.Ruling;
import dev.patrol.model.TokenState;
import dev.patrol.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailingRulesTest {
  /** The innocent one, which is to be heard whatever the others do. */
  private static final String OWNED =
      rule("owned", "hygiene", "$token : Token(owner != null)", "audit.warn($token, \"owned\");");

  private final Path folder;

  FailingRulesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static String rule(String id, String guide, String condition, String consequence) {
    return """
        rule "Rule %s"
            @id(%s) @severity(low) @guide(%s) @title("t") @remedy("r")
        when
            %s
        then
            %s
        end
        """
        .formatted(id, id, guide, condition, consequence);
  }

  private RuleBook load(String... rules) throws IOException {
    String head = "package mine\nimport dev.patrol.model.*\nglobal Audit audit\n";
    Files.writeString(folder.resolve("mine.drl"), head + String.join("", rules));
    return RuleBook.load(folder, RuleSettings.NONE, Locale.ENGLISH);
  }

  private static Probed dossier(int number) {
    return Renamed.token(
        SmallWorld.world()
            .token(token -> token.environment("env-" + number))
            .get("e1", "/v1/bots/" + SmallWorld.BOT)
            .probed(),
        "t" + number);
  }

  private static List<Probed> dossiers(int count) {
    return IntStream.range(0, count).mapToObj(FailingRulesTest::dossier).toList();
  }

  private static List<Judgement> judge(RuleBook rules, List<Probed> dossiers) {
    return rules.judge(dossiers, SmallWorld.TODAY, Policy.DEFAULT);
  }

  private static List<String> failed(Judgement judgement) {
    return judgement.errors().stream().map(error -> error.rule().id()).toList();
  }

  private static List<String> found(Judgement judgement) {
    return judgement.findings().stream().map(finding -> finding.rule().id()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a consequence | $token : Token() | if (%s) { throw new IllegalStateException(\"no\"); }"
            + " | it threw java.lang.IllegalStateException: no",
        "a condition | $token : Token(id == \"t17\", environment.charAt(99) == 'x')"
            + " | audit.warn($token, \"x\"); | a condition of it threw java.lang.StringIndex",
        "a stack | $token : Token() | if (%s) { java.util.Map<String, Object> m = new"
            + " java.util.HashMap<>(); m.put(\"m\", m); m.hashCode(); }"
            + " | it threw java.lang.StackOverflowError",
        "a loop | $token : Token(%s) $key : KeyAccepted() | insert(new KeyAccepted($token.id(),"
            + " true, \"x\" + $key.evidence())); | it fired without end",
      })
  void a_rule_that_fails_for_one_dossier_of_a_batch_is_left_out_for_that_one(
      String what, String condition, String consequence, String message) throws IOException {
    boolean java = !condition.contains("%s");
    String isIt = java ? "$token.id().equals(\"t17\")" : "id == \"t17\"";
    RuleBook rules =
        load(
            OWNED,
            rule(
                "known",
                "hygiene",
                "$t : Token()",
                "insert(new KeyAccepted($t.id(), true, \"\"));"),
            rule(
                "bad",
                "key.validity",
                condition.replace("%s", isIt),
                consequence.replace("%s", isIt)));
    List<Judgement> judgements = judge(rules, dossiers(40));
    assertThat(judgements).extracting(j -> j.token().id()).startsWith("t0", "t1").hasSize(40);
    assertThat(judgements).allSatisfy(j -> assertThat(found(j)).contains("owned"));
    assertThat(judgements)
        .allSatisfy(
            j ->
                assertThat(failed(j))
                    .isEqualTo(j.token().id().equals("t17") ? List.of("bad") : List.of()));
    RuleError error = judgements.get(17).errors().get(0);
    assertThat(error.token()).isEqualTo("t17");
    assertThat(error.message()).as(what).startsWith(message);
    assertThat(error.rule().file() + ":" + error.rule().line()).isEqualTo("mine.drl:18");
  }

  @Test
  void the_step_of_a_failed_rule_is_unknown_where_nothing_else_failed_it() throws IOException {
    RuleBook rules =
        load(
            rule(
                "good",
                "key.validity",
                "$t : Token()",
                "audit.pass($t, Cause.KEY_VALIDITY, \"\");"),
            rule("bad", "key.validity", "$t : Token()", "throw new RuntimeException(\"no\");"),
            rule("path", "url.path", "$e : Endpoint(token == \"t1\")", "audit.fail($e, \"path\");"),
            rule("step5", "escalate", "$e : Endpoint()", "audit.fail($e, \"all holds\");"));
    List<Judgement> judgements = judge(rules, dossiers(2));
    assertThat(judgements).allSatisfy(j -> assertThat(j.state()).isEqualTo(TokenState.UNKNOWN));
    assertThat(judgements)
        .allSatisfy(
            j ->
                assertThat(j.diagnoses().get(0).step(Cause.KEY_VALIDITY))
                    .isEqualTo(
                        new Mark(
                            Verdict.UNKNOWN,
                            "rule bad could not be evaluated: it threw"
                                + " java.lang.RuntimeException: no")));
    assertThat(judgements)
        .extracting(j -> j.diagnoses().get(0).cause(), j -> j.diagnoses().get(0).verdict())
        .containsExactly(tuple(Cause.NONE, Verdict.UNKNOWN), tuple(Cause.URL_PATH, Verdict.FAIL));
    assertThat(found(judgements.get(0))).isEmpty();
  }

  @Test
  void a_step_that_another_rule_failed_stays_failed() throws IOException {
    RuleBook rules =
        load(
            rule("good", "key.validity", "$t : Token()", "audit.fail($t, \"over\");"),
            rule("bad", "key.validity", "$t : Token()", "throw new RuntimeException(\"no\");"));
    Judgement judgement = judge(rules, dossiers(1)).get(0);
    assertThat(judgement.state()).isEqualTo(TokenState.INVALID);
    assertThat(judgement.diagnoses().get(0).step(Cause.KEY_VALIDITY).evidence()).isEqualTo("over");
  }

  @Test
  void a_failed_hygiene_rule_changes_no_step() throws IOException {
    RuleBook rules =
        load(
            rule(
                "good",
                "key.validity",
                "$t : Token()",
                "audit.pass($t, Cause.KEY_VALIDITY, \"\");"),
            rule("bad", "hygiene", "$t : Token()", "throw new RuntimeException(\"no\");"));
    Judgement judgement = judge(rules, dossiers(1)).get(0);
    assertThat(failed(judgement)).containsExactly("bad");
    assertThat(judgement.state()).isEqualTo(TokenState.VALID);
    assertThat(judgement.diagnoses().get(0).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void two_rules_that_fail_are_both_left_out() throws IOException {
    RuleBook rules =
        load(
            rule("one", "hygiene", "$t : Token(owner.charAt(99) == 'x')", "audit.warn($t, \"\");"),
            OWNED,
            rule("two", "hygiene", "$t : Token()", "throw new RuntimeException(\"no\");"));
    assertThat(judge(rules, dossiers(3)))
        .allSatisfy(
            j -> {
              assertThat(failed(j)).containsExactlyInAnyOrder("one", "two");
              assertThat(found(j)).containsExactly("owned");
            });
  }

  @Test
  void rules_that_share_a_condition_that_throws_are_all_left_out() throws IOException {
    String throwing = "$t : Token(owner.charAt(99) == 'x')";
    RuleBook rules =
        load(
            rule("one", "hygiene", throwing, "audit.warn($t, \"\");"),
            OWNED,
            rule("two", "hygiene", throwing, "audit.warn($t, \"\");"));
    Judgement judgement = judge(rules, dossiers(1)).get(0);
    assertThat(failed(judgement)).containsExactlyInAnyOrder("one", "two");
    assertThat(found(judgement)).containsExactly("owned");
  }

  @Test
  void the_one_that_keeps_a_loop_going_is_found_among_those_that_take_part() throws IOException {
    RuleBook rules =
        load(
            rule("aaa", "hygiene", "$k : KeyAccepted()", "audit.warn(new Holding(null), \"\");")
                .replace("audit.warn(new Holding(null), \"\");", "String.valueOf($k);"),
            OWNED,
            rule(
                "seed", "hygiene", "$t : Token()", "insert(new KeyAccepted($t.id(), true, \"\"));"),
            rule(
                "bad",
                "hygiene",
                "$k : KeyAccepted()",
                "insert(new KeyAccepted($k.token(), true, $k.evidence() + \"x\"));"));
    Judgement judgement = judge(rules, dossiers(1)).get(0);
    assertThat(failed(judgement)).containsExactly("bad");
    assertThat(found(judgement)).containsExactly("owned");
  }

  @Test
  void a_throwing_expression_that_drools_names_nobody_for_is_traced() throws IOException {
    RuleBook rules =
        load(
            OWNED,
            rule(
                "bad",
                "hygiene",
                "$t : Token() $n : String() from $t.owner.substring(99)",
                "audit.warn($t, \"\");"),
            rule("other", "hygiene", "$t : Token()", "audit.warn($t, \"other\");"));
    Judgement judgement = judge(rules, dossiers(1)).get(0);
    assertThat(failed(judgement)).containsExactly("bad");
    assertThat(found(judgement)).containsExactly("other", "owned");
  }

  @Test
  void rules_that_join_each_fact_with_each_other_do_not_count_as_a_loop() throws IOException {
    SmallWorld world = SmallWorld.world();
    IntStream.range(0, 300).forEach(i -> world.get("e" + i, "/v1/bots/" + SmallWorld.BOT));
    RuleBook rules =
        load(
            rule(
                "pairs",
                "hygiene",
                "$a : Endpoint() $b : Endpoint(this != $a, token == $a.token)",
                "String.valueOf($a);"),
            OWNED);
    Judgement judgement = judge(rules, List.of(world.probed())).get(0);
    assertThat(judgement.errors()).isEmpty();
  }

  @Test
  void a_rule_that_fails_in_the_last_round_does_not_lose_the_others() throws IOException {
    RuleBook rules =
        load(
            rule("bad", "hygiene", "$e : Estate()", "throw new RuntimeException(\"no\");"),
            rule("good", "hygiene", "$e : Estate() $w : Workspace()", "audit.warn($w, \"seen\");"));
    Estate estate =
        new Estate(dossiers(1).get(0).dossier().workspaces().subList(0, 1), List.of(), List.of());
    Ruling ruling = rules.judge(estate, SmallWorld.TODAY, Policy.DEFAULT);
    assertThat(ruling.findings()).extracting(Finding::evidence).containsExactly("seen");
    assertThat(ruling.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.rule().id()).isEqualTo("bad");
              assertThat(error.token()).isNull();
            });
  }

  @Test
  void a_rule_that_is_given_up_is_an_error_of_every_dossier() throws IOException {
    RuleBook rules =
        load(OWNED, rule("bad", "key.validity", "$t : Token()", "throw new RuntimeException();"));
    RuleInfo bad =
        rules.rules().stream().filter(r -> r.id().equals("bad")).findFirst().orElseThrow();
    Judgement judgement =
        judge(rules.without(Map.of(bad, "it failed too often")), dossiers(1)).get(0);
    assertThat(judgement.errors()).containsExactly(new RuleError(bad, "t0", "it failed too often"));
    assertThat(judgement.diagnoses().get(0).step(Cause.KEY_VALIDITY).verdict())
        .isEqualTo(Verdict.UNKNOWN);
    assertThat(found(judgement)).containsExactly("owned");
  }
}
