package dev.patrol.audit;

import dev.patrol.model.Answer;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Finding;
import dev.patrol.model.Judgement;
import dev.patrol.model.RuleError;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Ruling;
import dev.patrol.model.Today;
import dev.patrol.model.Waiver;
import dev.patrol.model.WaiverUse;
import dev.patrol.probe.SkipReason;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Applies the inventory's waivers to findings, before these are held against earlier runs, and
 * counts what each covers. For use by one thread.
 */
final class Waivers {
  /** Why a question that is asked in other runs was not asked in this one. */
  private static final Set<String> PASSING_SKIPS =
      Set.of(SkipReason.OFFLINE, SkipReason.NO_SECRET, SkipReason.TOKEN_CAP, SkipReason.RUN_CAP)
          .stream()
          .map(reason -> "skipped-" + reason.id())
          .collect(Collectors.toUnmodifiableSet());

  /** Causes that keep the service from saying what else is wrong. */
  private static final Set<Cause> PASSING_CAUSES =
      EnumSet.of(Cause.QUOTA, Cause.RISK_CONTROL, Cause.SERVICE);

  private final List<Tally> tallies;
  private final WaiverIndex<Tally> index = new WaiverIndex<>();
  private final Map<String, RuleInfo> rules;

  /** How often a waiver was used so far. */
  private static final class Tally {
    private final Waiver waiver;
    private final boolean over;
    private long findings;
    private boolean inDoubt;

    private Tally(Waiver waiver, boolean over) {
      this.waiver = waiver;
      this.over = over;
    }
  }

  Waivers(List<Waiver> waivers, Today today, Collection<RuleInfo> rules) {
    this.tallies = waivers.stream().map(w -> new Tally(w, today.isPast(w.until()))).toList();
    this.rules =
        rules.stream()
            .collect(Collectors.toMap(RuleInfo::id, rule -> rule, (a, b) -> a, HashMap::new));
    tallies.forEach(tally -> index.add(tally.waiver, tally));
  }

  /** Names rules that exist and are asked nothing, so that nothing is known of their waivers. */
  void leaveOut(Collection<RuleInfo> switchedOff) {
    for (RuleInfo rule : switchedOff) {
      rules.put(rule.id(), rule);
      tallies.stream()
          .filter(tally -> tally.waiver.rule().equals(rule.id()))
          .forEach(tally -> tally.inDoubt = true);
    }
  }

  /**
   * The judgement with those findings waived that a waiver covers. Notes too whose absence proves
   * nothing, because a probe brought no answer.
   */
  Judgement apply(Judgement judgement) {
    noteDoubt(judgement);
    return tallies.isEmpty() ? judgement : judgement.withFindings(apply(judgement.findings()));
  }

  /** The findings that span dossiers; a rule that failed there leaves its waivers in doubt. */
  List<Finding> apply(Ruling ruling) {
    for (RuleError error : ruling.errors()) {
      tallies.stream()
          .filter(tally -> tally.waiver.rule().equals(error.rule().id()))
          .forEach(tally -> tally.inDoubt = true);
    }
    return apply(ruling.findings());
  }

  /** The findings, in the same order; those that are open and covered are waived. */
  List<Finding> apply(List<Finding> findings) {
    return findings.stream().map(this::apply).toList();
  }

  /** What became of each waiver, in the file's order; to be asked when all findings are applied. */
  List<WaiverUse> uses() {
    return tallies.stream()
        .map(
            tally ->
                new WaiverUse(
                    tally.waiver,
                    tally.findings,
                    rules.containsKey(tally.waiver.rule()),
                    !tally.inDoubt))
        .toList();
  }

  private Finding apply(Finding finding) {
    if (!finding.status().isOpen()) {
      return finding;
    }
    List<Tally> covering = index.covering(finding);
    Tally first = null;
    for (Tally tally : covering) {
      if (!tally.over) {
        tally.findings++;
        first = first == null || isBefore(tally, first) ? tally : first;
      }
    }
    if (first != null) {
      return finding.waivedBy(first.waiver);
    }
    covering.forEach(tally -> tally.findings++);
    return finding;
  }

  private static boolean isBefore(Tally one, Tally other) {
    return one.waiver.place().line() < other.waiver.place().line();
  }

  private void noteDoubt(Judgement judgement) {
    boolean hasSecret = judgement.token().secret() != null;
    String token = judgement.token().id();
    if (isPassing(judgement.identity(), hasSecret)) {
      noteDoubt(token, null, null);
    }
    if (!judgement.errors().isEmpty()) {
      noteFailures(judgement);
    }
    for (Diagnosis diagnosis : judgement.diagnoses()) {
      if (PASSING_CAUSES.contains(diagnosis.cause()) || isPassing(diagnosis.answer(), hasSecret)) {
        Endpoint endpoint = diagnosis.endpoint();
        noteDoubt(token, endpoint.id(), endpoint.workspace());
      }
    }
  }

  /** Of what it is about only the token is sure: a rule that failed names no endpoint. */
  private void noteFailures(Judgement judgement) {
    for (Tally tally : tallies) {
      RuleInfo rule = rules.get(tally.waiver.rule());
      if (rule != null && !judgement.isDecided(rule)) {
        tally.inDoubt |= tally.waiver.isAboutToken(judgement.token().id());
      }
    }
  }

  /** A token without a secret is judged from declared facts in every run, which is conclusive. */
  private static boolean isPassing(Answer answer, boolean hasSecret) {
    return answer.failure() != null || (hasSecret && PASSING_SKIPS.contains(answer.probe()));
  }

  private void noteDoubt(String token, @Nullable String endpoint, @Nullable String workspace) {
    for (Tally tally : tallies) {
      if (!tally.inDoubt) {
        tally.inDoubt = tally.waiver.isAbout(token, endpoint, workspace);
      }
    }
  }
}
