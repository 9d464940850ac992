package dev.patrol.cases;

import dev.patrol.estate.EstateSurvey;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Estate;
import dev.patrol.model.Finding;
import dev.patrol.model.Firing;
import dev.patrol.model.Judgement;
import dev.patrol.model.RuleError;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Ruling;
import dev.patrol.model.Waiver;
import dev.patrol.model.WaiverUse;
import dev.patrol.rules.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the rules made of a case in all their rounds.
 *
 * @param judgements of the dossiers
 * @param rulings of the rounds over the inventory and the waivers
 */
record Verdicts(List<Judgement> judgements, List<Ruling> rulings) {

  /** Runs all rules on the facts of one case, which see no other case's. */
  static Verdicts of(Facts facts, RuleBook rules) {
    List<Judgement> judgements = rules.judge(facts.dossiers(), facts.today(), facts.policy());
    List<Ruling> rulings = new ArrayList<>();
    Estate estate = EstateSurvey.withUses(facts.estate(), judgements);
    rulings.add(rules.judge(estate, facts.today(), facts.policy()));
    if (!facts.waivers().isEmpty()) {
      List<Finding> findings = new Verdicts(judgements, rulings).findings();
      rulings.add(rules.review(uses(facts, rules, findings), facts.today(), facts.policy()));
    }
    return new Verdicts(judgements, rulings);
  }

  private static List<WaiverUse> uses(Facts facts, RuleBook rules, List<Finding> findings) {
    List<WaiverUse> uses = new ArrayList<>();
    for (int i = 0; i < facts.waivers().size(); i++) {
      Waiver waiver = facts.waivers().get(i);
      Integer covers = facts.uses().get(i).covers();
      uses.add(
          new WaiverUse(
              waiver,
              covers == null ? findings.stream().filter(waiver::covers).count() : covers,
              rules.rules().stream().map(RuleInfo::id).anyMatch(waiver.rule()::equals),
              facts.uses().get(i).conclusive()));
    }
    return uses;
  }

  List<Finding> findings() {
    return Stream.concat(
            judgements.stream().flatMap(judgement -> judgement.findings().stream()),
            rulings.stream().flatMap(ruling -> ruling.findings().stream()))
        .toList();
  }

  List<Diagnosis> diagnoses() {
    return judgements.stream().flatMap(judgement -> judgement.diagnoses().stream()).toList();
  }

  /** Whether the rule fired, whatever it said. */
  boolean fired(String rule) {
    Stream<Firing> firings =
        Stream.concat(
            judgements.stream().flatMap(judgement -> judgement.trace().stream()),
            rulings.stream().flatMap(ruling -> ruling.trace().stream()));
    return firings.anyMatch(firing -> firing.rule().id().equals(rule));
  }

  List<RuleError> errors() {
    return Stream.concat(
            judgements.stream().flatMap(judgement -> judgement.errors().stream()),
            rulings.stream().flatMap(ruling -> ruling.errors().stream()))
        .toList();
  }
}
