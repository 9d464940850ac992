package dev.patrol.cli;

import dev.patrol.audit.Replay;
import dev.patrol.audit.ReplayComparison;
import dev.patrol.audit.ReplayDifference;
import dev.patrol.config.Config;
import dev.patrol.facts.RecordedFacts;
import dev.patrol.model.RuleError;
import dev.patrol.report.published.PublishedRun;
import dev.patrol.rules.RuleBook;
import dev.patrol.rules.source.FileHashes;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Tells what the rules as they are now would have made of an earlier run's facts. */
@Command(
    name = "replay",
    description = {
      "Runs the rules as they are now on the facts that an earlier run recorded, as of its time, and"
          + " tells which findings would appear, vanish or change.",
      "No request is sent, and nothing is written."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, whatever is different",
      "2:could not run, or there is no such report",
      "3:done, but a rule failed"
    })
final class RulesReplayCommand implements Callable<Integer> {
  private static final int SHOWN = 10;

  @ParentCommand private RulesCommand rules = new RulesCommand();

  @Mixin private RecordedRun recorded = new RecordedRun();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How it is printed: ${COMPLETION-CANDIDATES}.")
  private Format format = Format.TEXT;

  @Option(
      names = "--all",
      description = "Prints every difference, not only the first " + SHOWN + " of each rule.")
  private boolean all;

  @Override
  public Integer call() {
    Config config = recorded.over(rules.patrol().options().config());
    PublishedRun published = recorded.published(config);
    Path place = config.rules().folder();
    RuleBook book = RecordedRun.rules(config);
    try (RecordedFacts facts = RecordedFacts.open(published.folder())) {
      Replay replay = new Replay(facts, book, config.policy());
      ReplayDifference difference =
          ReplayComparison.of(published, replay, all ? Integer.MAX_VALUE : SHOWN);
      List<RuleError> errors =
          replay.errors().stream()
              .sorted(Comparator.comparing(error -> error.rule().id() + " " + error.token()))
              .toList();
      ReplayListing listing =
          new ReplayListing(
              facts.head(),
              place.toString(),
              List.copyOf(facts.head().changed(FileHashes.of(place))),
              List.copyOf(facts.head().changed(config.policy())),
              book.rules(),
              errors);
      PrintWriter out = rules.patrol().out();
      if (format == Format.JSON) {
        ReplayJson.print(listing, difference, out);
      } else {
        listing.print(difference, out);
      }
      return (errors.isEmpty() ? ExitCode.DONE : ExitCode.UNANSWERED).number();
    }
  }
}
