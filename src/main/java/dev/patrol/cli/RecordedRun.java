package dev.patrol.cli;

import dev.patrol.audit.Auditor;
import dev.patrol.config.Config;
import dev.patrol.report.published.PublishedRun;
import dev.patrol.rules.RuleBook;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The run whose facts are looked at again, and the rules that look. */
final class RecordedRun {
  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "The run's name, or latest for the newest report.")
  private String run = "";

  @Option(names = "--rules", paramLabel = "DIR", description = "Folder of the rule files to run.")
  private @Nullable Path folder;

  @Option(names = "--reports", paramLabel = "DIR", description = "Folder that holds the reports.")
  private @Nullable Path reports;

  /** The settings with the folders that were named. */
  Config over(Config given) {
    Config config = folder == null ? given : given.withRules(folder);
    return reports == null ? config : config.withReports(reports);
  }

  PublishedRun published(Config config) {
    return PublishedRun.open(config.reports(), run);
  }

  static RuleBook rules(Config config) {
    return Auditor.rules(config, config.rules().settings(), config.language(), System.getenv());
  }
}
