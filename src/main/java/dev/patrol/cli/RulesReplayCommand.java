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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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
  /** What --format may say. */
  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private static final int SHOWN = 10;

  @ParentCommand private RulesCommand rules = new RulesCommand();

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "The run's name, or latest for the newest report.")
  private String run = "";

  @Option(names = "--rules", paramLabel = "DIR", description = "Folder of the rule files to run.")
  private @Nullable Path folder;

  @Option(names = "--reports", paramLabel = "DIR", description = "Folder that holds the reports.")
  private @Nullable Path reports;

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
    Config given = rules.patrol().options().config();
    Config config = folder == null ? given : given.withRules(folder);
    PublishedRun published = PublishedRun.open(reports == null ? config.reports() : reports, run);
    Path place = config.rules().folder();
    RuleBook book = RuleBook.load(place, config.rules().settings(), config.language());
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
