package dev.patrol.bench;

import dev.patrol.audit.Replay;
import dev.patrol.config.Config;
import dev.patrol.facts.FactsHead;
import dev.patrol.facts.RecordedDossier;
import dev.patrol.facts.RecordedFacts;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Flips;
import dev.patrol.model.Judgement;
import dev.patrol.model.Policy;
import dev.patrol.model.Token;
import dev.patrol.model.Waiver;
import dev.patrol.model.Workspace;
import dev.patrol.report.Directory;
import dev.patrol.report.ReportWriter;
import dev.patrol.report.RunInfo;
import dev.patrol.report.RunSummary;
import dev.patrol.rules.RuleBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that a run's report is made of: what an audit recorded, judged again with the shipped rules.
 *
 * @param head what the run was
 * @param policy with which it was judged
 * @param workspaces of the inventory
 * @param waivers of the inventory
 * @param dossiers in the inventory's order
 * @param judgements of the dossiers, in the same order, as a first run knows them
 * @param summary what is known at the end
 */
record JudgedRun(
    FactsHead head,
    Policy policy,
    List<Workspace> workspaces,
    List<Waiver> waivers,
    List<RecordedDossier> dossiers,
    List<Judgement> judgements,
    RunSummary summary) {

  /**
   * Reads and judges.
   *
   * @param report the folder of a published report
   */
  static JudgedRun of(Path report) {
    Config config = Config.load(Path.of("patrol.yaml").toAbsolutePath());
    RuleBook rules =
        RuleBook.load(config.rules().folder(), config.rules().settings(), Locale.ENGLISH);
    List<RecordedDossier> dossiers = new ArrayList<>();
    List<Judgement> judgements = new ArrayList<>();
    try (RecordedFacts facts = RecordedFacts.open(report)) {
      facts.forEachRemaining(dossiers::add);
    }
    try (RecordedFacts facts = RecordedFacts.open(report)) {
      Replay replay = new Replay(facts, rules, config.policy());
      FactsHead head = facts.head();
      while (replay.hasNext()) {
        Judgement judgement = replay.next();
        judgements.add(judgement.withFindings(first(judgement.findings(), head)));
      }
      return new JudgedRun(
          head,
          config.policy(),
          List.copyOf(facts.workspaces()),
          List.copyOf(facts.waivers()),
          dossiers,
          judgements,
          summary(rules, first(replay.across(), head)));
    }
  }

  /** As the history of a first run has them. */
  private static List<Finding> first(List<Finding> findings, FactsHead head) {
    return findings.stream()
        .map(finding -> finding.as(FindingStatus.NEW, head.startedAt()))
        .toList();
  }

  private static RunSummary summary(RuleBook rules, List<Finding> across) {
    return new RunSummary(
        List.of(),
        across,
        0,
        0,
        Map.of(),
        List.copyOf(rules.rules()),
        rules.translations().entrySet().stream()
            .collect(Collectors.toMap(each -> each.getKey().getLanguage(), Map.Entry::getValue)),
        Flips.NONE,
        List.of());
  }

  /** Writes all reports as an audit does, and returns their folder. */
  Path write(Path reports) {
    RunInfo run =
        new RunInfo(
            head.run(),
            head.startedAt(),
            head.zone(),
            head.version(),
            head.inventory(),
            head.offline(),
            "en",
            false,
            List.of(7, 1));
    List<Token> tokens = judgements.stream().map(Judgement::token).toList();
    Directory directory = Directory.of(tokens, workspaces, Directory.Contact.NONE);
    try (ReportWriter report = ReportWriter.open(reports, run, directory)) {
      report.recordFacts(head.rules(), policy, workspaces, waivers);
      for (int i = 0; i < judgements.size(); i++) {
        RecordedDossier dossier = dossiers.get(i);
        report.record(dossier.probed(), dossier.secret());
        report.add(judgements.get(i));
      }
      return report.publish(summary);
    }
  }
}
