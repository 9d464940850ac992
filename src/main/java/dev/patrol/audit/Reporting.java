package dev.patrol.audit;

import dev.patrol.estate.EstateSurvey;
import dev.patrol.history.Chronicle;
import dev.patrol.history.RunTotals;
import dev.patrol.inventory.Inventory;
import dev.patrol.model.Estate;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Judgement;
import dev.patrol.model.Policy;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Today;
import dev.patrol.model.Verdict;
import dev.patrol.report.ReportWriter;
import dev.patrol.report.RunSummary;
import dev.patrol.report.Totals;
import dev.patrol.rules.RuleBook;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges answered dossiers and publishes what comes of them. For one thread. */
final class Reporting implements AutoCloseable {
  /** What to do first fits on a screen together with the totals. */
  private static final int SHOWN_FIRST = 5;

  private final Inventory inventory;
  private final RuleBook rules;
  private final Policy policy;
  private final Today today;
  private final Chronicle chronicle;
  private final ReportWriter report;
  private final Progress progress;
  private final Waivers waivers;
  private final Judging judging;
  private final RuleErrors errors = new RuleErrors();
  private final Requests requests = new Requests();
  private final EstateSurvey survey;
  private final SecretNumbers secretNumbers = new SecretNumbers();

  /** Of the dossiers that are being judged, in their order. */
  private final Deque<Optional<Integer>> secrets = new ArrayDeque<>();

  Reporting(
      Inventory inventory,
      RuleBook rules,
      Policy policy,
      Today today,
      Chronicle chronicle,
      ReportWriter report,
      Progress progress,
      Map<String, String> hashes) {
    this.inventory = inventory;
    this.rules = rules;
    this.policy = policy;
    this.today = today;
    this.report = report;
    this.chronicle = chronicle;
    this.progress = progress;
    report.recordFacts(hashes, policy, inventory.workspaces(), inventory.waivers());
    chronicle.keep(inventory.incomplete());
    chronicle.leaveOut(rules.switchedOff());
    this.waivers = new Waivers(inventory.waivers(), today, rules.rules());
    waivers.leaveOut(rules.switchedOff());
    this.survey = new EstateSurvey(rules::matches);
    this.judging = new Judging(rules, today, policy, chronicle, errors, this::write);
  }

  /** Takes the next dossier, in the inventory's order. */
  void add(Recorded recorded) {
    requests.add(recorded);
    survey.add(recorded.probed(), recorded.fingerprint());
    secrets.add(secretNumbers.of(recorded.fingerprint()));
    judging.add(recorded.probed());
  }

  /**
   * Judges what spans dossiers, and publishes. The run is recorded last: a crash in between leaves
   * a report that the same run finds there when it goes on.
   *
   * @param clock tells when it is finished
   */
  AuditOutcome publish(Clock clock) {
    judging.finish();
    Path published = report.publish(summary(across()));
    chronicle.commit(totals(report.totals()), clock.instant());
    return new AuditOutcome(
        published,
        report.totals(),
        report.todos(SHOWN_FIRST),
        inventory.issues().size(),
        requests.sent(),
        errors.failed());
  }

  @Override
  public void close() {
    judging.close();
  }

  /** Waivers first: what they cover is remembered, and no waiver covers what is fixed. */
  private void write(Judging.Judged judged) {
    judged.dossiers().forEach(probed -> report.record(probed, secrets.remove().orElse(null)));
    List<Judgement> judgements = judged.judgements();
    judgements.forEach(survey::add);
    chronicle.compare(judgements.stream().map(waivers::apply).toList()).forEach(report::add);
    progress.reached(report.totals().tokens());
  }

  private List<Finding> across() {
    Estate estate = survey.estate(inventory.tokens(), inventory.workspaces(), policy);
    LastRounds last =
        LastRounds.of(rules.without(errors.givenUp()), estate, waivers, today, policy);
    errors.add(last.errors());
    Set<String> inDoubt =
        last.uses().stream()
            .filter(use -> !use.conclusive())
            .map(use -> use.waiver().key())
            .collect(Collectors.toSet());
    Set<String> failed =
        last.errors().stream().map(error -> error.rule().id()).collect(Collectors.toSet());
    return chronicle.compareAcross(last.findings(), inDoubt, failed);
  }

  private RunTotals totals(Totals totals) {
    return new RunTotals(
        totals.tokens(),
        totals.endpoints(),
        totals.verdicts().getOrDefault(Verdict.FAIL, 0L),
        totals.verdicts().getOrDefault(Verdict.UNKNOWN, 0L),
        totals.findings(),
        totals.statuses().getOrDefault(FindingStatus.WAIVED, 0L),
        requests.sent(),
        totals.unanswered());
  }

  private RunSummary summary(List<Finding> across) {
    List<RuleInfo> all = List.copyOf(rules.rules());
    List<String> notes =
        requests.hostsDown().stream()
            .map(host -> host + " failed too often in a row and was given up for this run")
            .toList();
    return new RunSummary(
        inventory.issues(),
        across,
        requests.sent(),
        requests.shared(),
        requests.perPayer(),
        all,
        rules.translations().entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().getLanguage(), Map.Entry::getValue)),
        judging.flips(),
        notes,
        errors.failed());
  }
}
