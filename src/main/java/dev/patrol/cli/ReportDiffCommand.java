package dev.patrol.cli;

import dev.patrol.config.Config;
import dev.patrol.report.published.PublishedRun;
import dev.patrol.report.published.RunComparison;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Tells what is different between two published reports. */
@Command(
    name = "diff",
    description = "Tells what is different between two runs, as their reports have it.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:could not run, or there is no such report"})
final class ReportDiffCommand implements Callable<Integer> {
  @ParentCommand private ReportCommand report = new ReportCommand();

  @Parameters(index = "0", paramLabel = "RUN", description = "The earlier run's name.")
  private String before = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RUN",
      defaultValue = PublishedRun.LATEST,
      description = "The later run's name, or ${DEFAULT-VALUE}.")
  private String after = PublishedRun.LATEST;

  @Option(names = "--reports", paramLabel = "DIR", description = "Folder that takes the reports.")
  private @Nullable Path reports;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How it is printed: ${COMPLETION-CANDIDATES}.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    Config config = report.patrol().options().config();
    Path folder = reports == null ? config.reports() : reports;
    PublishedRun first = PublishedRun.open(folder, before);
    PublishedRun second = PublishedRun.open(folder, after);
    var difference = RunComparison.of(first, second);
    PrintWriter out = report.patrol().out();
    if (format == Format.JSON) {
      DifferenceJson.print(first.head(), second.head(), difference, out);
    } else {
      new DifferenceListing(out, second.head().zone())
          .print(first.head(), second.head(), difference);
    }
    return ExitCode.DONE.number();
  }
}
