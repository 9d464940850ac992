package dev.patrol.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.catalog.Catalog;
import dev.patrol.model.Probed;
import dev.patrol.model.RuleSettings;
import dev.patrol.rules.RuleBook;
import dev.patrol.rules.explain.Explanation;
import dev.patrol.rules.explain.NearMiss;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Explains the worlds of all cases of the project's own rules. */
class ExplainedCasesTest {
  private static final Path RULES = Path.of("rules");

  @Test
  void every_shipped_rule_can_be_looked_into_and_none_that_fired_nearly_fires() {
    RuleBook rules = RuleBook.load(RULES, RuleSettings.NONE, Locale.ENGLISH);
    for (RuleCase each : CaseBook.read(RULES, Catalog.standard()).cases()) {
      for (Probed probed : each.dossiers()) {
        Facts facts = each.facts();
        Explanation explanation = rules.explain(probed, null, facts.today(), facts.policy());
        assertThat(explanation.unread()).as(each.name()).isEmpty();
        assertThat(explanation.judgement())
            .isEqualTo(rules.judge(List.of(probed), facts.today(), facts.policy()).get(0));
        assertThat(explanation.near())
            .extracting(NearMiss::rule)
            .doesNotContainAnyElementsOf(
                explanation.firings().stream().map(fired -> fired.firing().rule()).toList());
      }
    }
  }
}
