package dev.patrol.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.catalog.Catalog;
import dev.patrol.model.Judgement;
import dev.patrol.model.Probed;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.RuleSettings;
import dev.patrol.rules.Renamed;
import dev.patrol.rules.RuleBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ShippedRulesTest {
  private static final Path FOLDER = Path.of("rules");

  private static RuleBook rules;
  private static CaseBook book;

  @BeforeAll
  static void read() {
    rules = RuleBook.load(FOLDER, RuleSettings.NONE, Locale.ENGLISH);
    book = CaseBook.read(FOLDER, Catalog.standard());
  }

  @TestFactory
  Stream<DynamicTest> each_case_is_as_expected() {
    return book.cases().stream()
        .map(
            tried ->
                DynamicTest.dynamicTest(
                    tried.toString(),
                    () -> assertThat(CaseBook.run(tried, rules).differences()).isEmpty()));
  }

  @Test
  void every_rule_has_cases_of_all_three_kinds_and_every_step_has_rules() {
    Set<String> all = rules.rules().stream().map(RuleInfo::id).collect(Collectors.toSet());
    Coverage coverage = book.run(rules, all).coverage();
    assertThat(coverage.gaps()).isEmpty();
    assertThat(coverage.emptySteps()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> a_dossier_is_judged_alike_alone_and_among_others() {
    return book.cases().stream()
        .map(tried -> DynamicTest.dynamicTest(tried.toString(), () -> compareBatch(tried.facts())));
  }

  private static void compareBatch(Facts facts) {
    for (Probed probed : facts.dossiers()) {
      List<Probed> batch = new ArrayList<>();
      List<Judgement> alone = new ArrayList<>();
      for (String id : List.of("t1", "t2", "t3")) {
        Probed copy = Renamed.token(probed, id);
        batch.add(copy);
        alone.addAll(rules.judge(List.of(copy), facts.today(), facts.policy()));
      }
      assertThat(rules.judge(batch, facts.today(), facts.policy())).isEqualTo(alone);
    }
  }
}
