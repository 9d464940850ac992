package dev.patrol.audit;

import dev.patrol.inventory.Inventory;
import dev.patrol.model.Estate;
import dev.patrol.model.Finding;
import dev.patrol.model.Judgement;
import dev.patrol.model.Policy;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Today;
import dev.patrol.model.Token;
import dev.patrol.report.ReportWriter;
import dev.patrol.report.RunSummary;
import dev.patrol.rules.RuleBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Judges answered dossiers and publishes what comes of them. For one thread. */
final class Reporting implements AutoCloseable {
  /** What to do first fits on a screen together with the totals. */
  private static final int SHOWN_FIRST = 5;

  private final Inventory inventory;
  private final RuleBook rules;
  private final Policy policy;
  private final Today today;
  private final ReportWriter report;
  private final Waivers waivers;
  private final Judging judging;
  private final Requests requests = new Requests();
  private final Holders holders = new Holders();

  Reporting(
      Inventory inventory,
      RuleBook rules,
      Policy policy,
      Today today,
      ReportWriter report,
      Progress progress) {
    this.inventory = inventory;
    this.rules = rules;
    this.policy = policy;
    this.today = today;
    this.report = report;
    this.waivers = new Waivers(inventory.waivers(), today, rules.rules());
    this.judging = new Judging(rules, today, policy, judgement -> write(judgement, progress));
  }

  /** Takes the next dossier, in the inventory's order. */
  void add(Recorded recorded) {
    requests.add(recorded);
    holders.add(recorded);
    judging.add(recorded.probed());
  }

  /** Judges what spans dossiers, and publishes. */
  AuditOutcome publish() {
    judging.finish();
    Path published = report.publish(summary(across()));
    return new AuditOutcome(
        published,
        report.totals(),
        report.todos(SHOWN_FIRST),
        inventory.issues().size(),
        requests.sent());
  }

  @Override
  public void close() {
    judging.close();
  }

  private void write(Judgement judgement, Progress progress) {
    report.add(waivers.apply(judgement));
    progress.reached(report.totals().tokens());
  }

  /** What the waivers themselves are blamed for is never waived. */
  private List<Finding> across() {
    List<Finding> across = new ArrayList<>();
    across.addAll(waivers.apply(rules.judge(estate(), today, policy)));
    across.addAll(rules.review(waivers.uses(), today, policy));
    return across;
  }

  private Estate estate() {
    List<Token> tokens = inventory.tokens();
    return new Estate(
        inventory.workspaces(),
        Holdings.of(tokens, inventory.workspaces(), policy),
        holders.shared());
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
        notes);
  }
}
