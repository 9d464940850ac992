package dev.patrol.cli;

import dev.patrol.audit.StorePlace;
import dev.patrol.audit.Telling;
import dev.patrol.config.Config;
import dev.patrol.history.Store;
import dev.patrol.notify.news.Herald;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.report.published.PublishedRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Tells people what a run found, or shows what would be told. */
@Command(
    name = "notify",
    description =
        "Tells owners and those who look after the audits what a run found, each thing once, and"
            + " sends what is left from earlier.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "2:could not run, or there is no such report",
      "3:done, but some messages were refused or are left"
    })
final class NotifyCommand implements Callable<Integer> {
  private static final int CONNECTIONS = 2;

  /** Somebody waits for it, and may interrupt it. */
  private static final Duration LONGEST = Duration.ofDays(1);

  @ParentCommand private PatrolCommand patrol = new PatrolCommand();

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      defaultValue = PublishedRun.LATEST,
      description = "The run's name, or ${DEFAULT-VALUE}.")
  private String run = PublishedRun.LATEST;

  @Option(
      names = "--dry-run",
      description = "Print what would go to whom, and send and remember nothing.")
  private boolean dryRun;

  @Option(names = "--reports", paramLabel = "DIR", description = "Folder that takes the reports.")
  private @Nullable Path reports;

  @Override
  public Integer call() throws InterruptedException {
    Config config = patrol.options().config();
    config = reports == null ? config : config.withReports(reports);
    PublishedRun published = PublishedRun.open(config.reports(), run);
    if (!dryRun && !config.notices().anyChannel()) {
      throw new ProblemsException(
          Problem.in(
              "notify",
              "expected mail or webhooks in the settings, found none; --dry-run shows what would be"
                  + " told"));
    }
    try (Store store = StorePlace.open(config, System.getenv(), CONNECTIONS)) {
      Telling telling = new Telling(config, System.getenv(), Clock.systemUTC(), store);
      return (dryRun ? preview(telling, published, config) : tell(telling, published)).number();
    }
  }

  private ExitCode preview(Telling telling, PublishedRun published, Config config) {
    MessageListing listing = new MessageListing(patrol.out());
    if (!config.notices().anyChannel()) {
      patrol.out().println("No channel is configured (notify); this is what mail would bring.");
      patrol.out().println();
    }
    Herald.Outcome outcome = telling.preview(published);
    listing.preview(
        published.head().id(),
        outcome,
        telling.outbox().of(Herald.night(published, telling.inventory(published))),
        telling.outbox().left());
    return ExitCode.DONE;
  }

  private ExitCode tell(Telling telling, PublishedRun published) throws InterruptedException {
    PrintWriter out = patrol.out();
    Telling.Told told = telling.tell(published, LONGEST, ending -> {});
    String id = published.head().id();
    switch (told.outcome().kind()) {
      case PLANNED ->
          out.println("Run " + id + ": " + told.outcome().messages().size() + " messages");
      case KNOWN -> out.println("Run " + id + " was told before.");
      case PAST -> out.println("A later run than " + id + " was told before; its news are old.");
    }
    out.println("Messages: " + Messenger.words(told));
    boolean all =
        told.dispatch().refused() + told.dispatch().unsure() + told.dispatch().left() == 0;
    return all ? ExitCode.DONE : ExitCode.UNANSWERED;
  }
}
