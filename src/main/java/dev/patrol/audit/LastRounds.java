package dev.patrol.audit;

import dev.patrol.model.Estate;
import dev.patrol.model.Finding;
import dev.patrol.model.Policy;
import dev.patrol.model.RuleError;
import dev.patrol.model.Ruling;
import dev.patrol.model.Today;
import dev.patrol.model.WaiverUse;
import dev.patrol.rules.RuleBook;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of the rounds after all dossiers: of the inventory as a whole, then of its waivers.
 *
 * @param findings waived where a waiver covers them; those about waivers are never waived
 * @param uses what became of each waiver
 * @param errors the rules that failed
 */
record LastRounds(List<Finding> findings, List<WaiverUse> uses, List<RuleError> errors) {
  /** Lets the rules judge, when all dossiers were judged and their findings waived. */
  static LastRounds of(RuleBook rules, Estate estate, Waivers waivers, Today today, Policy policy) {
    Ruling spanning = rules.judge(estate, today, policy);
    List<Finding> waived = waivers.apply(spanning);
    List<WaiverUse> uses = waivers.uses();
    Ruling review = rules.review(uses, today, policy);
    return new LastRounds(
        Stream.concat(waived.stream(), review.findings().stream()).toList(),
        uses,
        Stream.concat(spanning.errors().stream(), review.errors().stream()).toList());
  }
}
