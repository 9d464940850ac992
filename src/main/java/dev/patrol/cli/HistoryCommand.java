package dev.patrol.cli;

import dev.patrol.audit.InventoryName;
import dev.patrol.audit.StorePlace;
import dev.patrol.config.Config;
import dev.patrol.history.Archive;
import dev.patrol.history.FindingRecord;
import dev.patrol.history.RunRecord;
import dev.patrol.history.StateRecord;
import dev.patrol.history.Store;
import dev.patrol.history.StoreLocation;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.report.SafeText;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows earlier runs, what changed in one of them, or how a token fared. */
@Command(
    name = "history",
    description =
        "Lists the last runs; of a run, what was new, reopened and fixed; of a token, its states and"
            + " findings over time.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:could not run, or nothing is recorded under that name"})
final class HistoryCommand implements Callable<Integer> {
  @ParentCommand private PatrolCommand patrol = new PatrolCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "TOKEN|RUN",
      description = "A run's name or a token's id; a run goes first.")
  private @Nullable String name;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many runs, or events of a token, at most; the last ones are shown.")
  private int limit;

  @Option(names = "--reports", paramLabel = "DIR", description = "Folder that takes the reports.")
  private @Nullable Path reports;

  @Option(
      names = "--inventory",
      paramLabel = "DIR",
      description = "Show what belongs to this inventory only.")
  private @Nullable Path inventory;

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new ParameterException(
          spec.commandLine(), "--limit: expected a number of at least 1, got " + limit);
    }
    if (name != null && name.isBlank()) {
      throw new ProblemsException(
          Problem.in("history", "expected a run's name or a token's id, got \"" + name + '"'));
    }
    Config config = patrol.options().config();
    config = reports == null ? config : config.withReports(reports);
    HistoryListing listing = new HistoryListing(spec.commandLine().getOut(), config.zone());
    StoreLocation location = StorePlace.of(config, System.getenv());
    if (location.isMissing()) {
      if (name != null) {
        throw unknown(name);
      }
      listing.runs(List.of());
      return ExitCode.DONE.number();
    }
    try (Store store = Store.open(location)) {
      print(store.archive(), listing, config.reports());
    }
    return ExitCode.DONE.number();
  }

  private void print(Archive archive, HistoryListing listing, Path reportsFolder) {
    if (name == null) {
      List<RunRecord> runs =
          archive.runs(inventory == null ? limit : Integer.MAX_VALUE).stream()
              .filter(run -> fits(run.inventory(), reportsFolder))
              .limit(limit)
              .toList();
      listing.runs(runs);
      return;
    }
    List<RunRecord> runs =
        archive.named(name).stream().filter(run -> fits(run.inventory(), reportsFolder)).toList();
    if (!runs.isEmpty()) {
      runs.forEach(run -> listing.changes(run, archive.changes(run)));
      return;
    }
    List<StateRecord> states =
        archive.states(name).stream()
            .filter(each -> fits(each.inventory(), reportsFolder))
            .toList();
    List<FindingRecord> findings =
        archive.findings(name).stream()
            .filter(each -> fits(each.inventory(), reportsFolder))
            .toList();
    if (states.isEmpty() && findings.isEmpty()) {
      throw unknown(name);
    }
    listing.token(name, states, findings, limit);
  }

  private boolean fits(String recorded, Path reportsFolder) {
    return inventory == null || InventoryName.fits(recorded, inventory, reportsFolder);
  }

  private static ProblemsException unknown(String name) {
    return new ProblemsException(
        Problem.in(
            "history",
            "nothing is recorded under \""
                + SafeText.of(name)
                + "\", expected a run's name or a token's id"));
  }
}
