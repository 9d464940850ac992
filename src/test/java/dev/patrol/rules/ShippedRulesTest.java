package dev.patrol.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Edition;
import dev.patrol.model.Estate;
import dev.patrol.model.Finding;
import dev.patrol.model.Holding;
import dev.patrol.model.Judgement;
import dev.patrol.model.Place;
import dev.patrol.model.Policy;
import dev.patrol.model.Probed;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.RuleSettings;
import dev.patrol.model.SharedSecret;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import dev.patrol.model.Verdict;
import dev.patrol.model.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ShippedRulesTest {
  private static RuleBook rules;

  @BeforeAll
  static void compile() {
    rules = RuleBook.load(Path.of("rules"), RuleSettings.NONE, Locale.ENGLISH);
  }

  private static List<RuleCase> cases() {
    List<RuleCase> cases = new ArrayList<>();
    cases.addAll(KeyCases.all());
    cases.addAll(EvidenceCases.all());
    cases.addAll(CallCases.urls());
    cases.addAll(CallCases.headers());
    cases.addAll(CallCases.fieldsAndAnswers());
    cases.addAll(HygieneCases.all());
    cases.addAll(HistoryCases.all());
    return cases;
  }

  @TestFactory
  Stream<DynamicTest> each_case_has_its_cause_and_its_findings() {
    return cases().stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> check(c)));
  }

  private static void check(RuleCase expected) {
    Judgement judgement =
        rules.judge(List.of(expected.world().probed()), SmallWorld.TODAY, Policy.DEFAULT).get(0);
    Set<String> found = new TreeSet<>();
    judgement.findings().forEach(finding -> found.add(finding.rule().id()));
    assertThat(found).as("findings").isEqualTo(expected.rules());
    for (Diagnosis diagnosis : judgement.diagnoses()) {
      String endpoint = diagnosis.endpoint().id();
      assertThat(diagnosis.cause())
          .as("cause of %s: %s", endpoint, diagnosis.steps())
          .isEqualTo(expected.causes().getOrDefault(endpoint, Cause.NONE));
      assertThat(diagnosis.alternatives())
          .as("alternatives of %s", endpoint)
          .isEqualTo(expected.alternatives().getOrDefault(endpoint, List.of()));
    }
  }

  @Test
  void every_rule_that_reports_has_a_case() {
    Set<String> tried =
        cases().stream().flatMap(c -> c.rules().stream()).collect(Collectors.toSet());
    tried.addAll(
        Set.of("limit-exceeded", "limit-near", "secret-shared", "workspace-owner-missing"));
    tried.addAll(WaiverRulesTest.TRIED);
    assertThat(rules.rules().stream().filter(rule -> !rule.remedy().isEmpty()).map(RuleInfo::id))
        .allSatisfy(id -> assertThat(tried).contains(id));
  }

  @TestFactory
  Stream<DynamicTest> a_dossier_is_judged_alike_alone_and_among_others() {
    return cases().stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> compareBatch(c)));
  }

  private static void compareBatch(RuleCase each) {
    List<Probed> batch = new ArrayList<>();
    List<Judgement> alone = new ArrayList<>();
    for (String id : List.of("t1", "t2", "t3")) {
      Probed probed = Renamed.token(each.world().probed(), id);
      batch.add(probed);
      alone.addAll(rules.judge(List.of(probed), SmallWorld.TODAY, Policy.DEFAULT));
    }
    assertThat(rules.judge(batch, SmallWorld.TODAY, Policy.DEFAULT)).isEqualTo(alone);
  }

  @Test
  void an_outage_is_unknown_and_no_failure() {
    RuleCase outage = CallCases.fieldsAndAnswers().get(CallCases.fieldsAndAnswers().size() - 1);
    Judgement judgement =
        rules.judge(List.of(outage.world().probed()), SmallWorld.TODAY, Policy.DEFAULT).get(0);
    assertThat(judgement.diagnoses().get(0).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void the_last_round_counts_holdings_and_shared_secrets() {
    Token one = Token.builder("t1", TokenKind.PAT, new Place("tokens.csv", 2)).build();
    Token two = Token.builder("t2", TokenKind.PAT, new Place("tokens.csv", 3)).build();
    Workspace unowned =
        new Workspace(
            SmallWorld.W1,
            null,
            null,
            null,
            null,
            Edition.TEAM,
            null,
            null,
            Map.of(),
            new Place("workspaces.csv", 2));
    List<Finding> findings =
        rules
            .judge(
                new Estate(
                    List.of(unowned),
                    List.of(
                        new Holding("owner", "Li Wei", null, TokenKind.PAT, "personal", 11, 10),
                        new Holding("owner", "Wang Fang", null, TokenKind.PAT, "personal", 9, 10),
                        new Holding("owner", "Zhao Lei", null, TokenKind.PAT, "personal", 8, 10)),
                    List.of(new SharedSecret(List.of(one, two)))),
                SmallWorld.TODAY,
                Policy.DEFAULT)
            .findings();
    assertThat(findings)
        .extracting(finding -> finding.rule().id() + " " + finding.evidence())
        .containsExactly(
            "secret-shared the same secret stands under t1, t2",
            "secret-shared the same secret stands under t1, t2",
            "limit-exceeded owner Li Wei: 11 tokens of kind pat are listed, 10 are allowed",
            "limit-near owner Wang Fang: 9 tokens of kind pat are listed, 10 are allowed",
            "workspace-owner-missing the cell owner in workspaces.csv:2 is empty");
  }
}
