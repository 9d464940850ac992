package dev.patrol.bench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.bench.dossier.MadeDossiers;
import dev.patrol.bench.dossier.Mix;
import dev.patrol.cases.ShippedCases;
import dev.patrol.model.Judgement;
import dev.patrol.model.Policy;
import dev.patrol.model.Probed;
import dev.patrol.model.RuleSettings;
import dev.patrol.model.Today;
import dev.patrol.rules.RuleBook;
import dev.patrol.rules.RuleCache;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The reference that the benchmark {@code rules} measures against makes the rules' checks. */
class ReferenceTest {
  private static final String ADVICE =
      "rules and reference disagree: a rule was edited, so edit its counterpart in"
          + " src/bench/java/dev/patrol/bench/reference; ";

  private static final int BATCHES = 15;

  private static RuleBook rules;
  private static ReferenceJudge reference;

  @BeforeAll
  static void read() {
    RuleCache cache = RuleCache.standard(System.getenv());
    rules = RuleBook.load(Path.of("rules"), RuleSettings.NONE, Locale.ENGLISH, cache, false);
    reference = new ReferenceJudge(rules.rules());
  }

  @Test
  void the_reference_judges_each_shipped_case_as_the_rules_do() {
    for (ShippedCases.World world : ShippedCases.worlds()) {
      compare(world.name(), world.dossiers(), world.today(), world.policy());
    }
  }

  @Test
  void the_reference_judges_made_dossiers_as_the_rules_do() {
    Set<String> found = new TreeSet<>();
    for (Mix mix : List.of(Mix.USUAL, Mix.WILD)) {
      MadeDossiers made = new MadeDossiers(7, mix);
      for (int batch = 0; batch < BATCHES; batch++) {
        List<Probed> dossiers = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
          dossiers.add(made.dossier(batch * 32L + i));
        }
        found.addAll(compare("made " + mix, dossiers, MadeDossiers.TODAY, Policy.DEFAULT));
      }
    }
    assertThat(found).as("rules that the made dossiers fire").hasSizeGreaterThan(80);
  }

  /** The ids of the rules that found something. */
  private static Set<String> compare(
      String name, List<Probed> dossiers, Today today, Policy policy) {
    List<Judgement> byRules = rules.judge(dossiers, today, policy);
    List<Judgement> byReference = reference.judge(dossiers, today, policy);
    Set<String> found = new TreeSet<>();
    for (int i = 0; i < dossiers.size(); i++) {
      Judgement expected = byRules.get(i);
      Judgement judged = byReference.get(i);
      String place = ADVICE + name + ", token " + expected.token().id();
      assertThat(judged.findings()).as(place).isEqualTo(expected.findings());
      assertThat(judged.diagnoses()).as(place).isEqualTo(expected.diagnoses());
      assertThat(judged).as(place).isEqualTo(withoutTrace(expected));
      expected.findings().forEach(finding -> found.add(finding.rule().id()));
    }
    return found;
  }

  /** The reference does not note which rules fired. */
  private static Judgement withoutTrace(Judgement full) {
    return new Judgement(
        full.token(),
        full.state(),
        full.needs(),
        full.identity(),
        full.diagnoses(),
        full.findings());
  }
}
