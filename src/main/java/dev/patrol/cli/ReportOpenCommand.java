package dev.patrol.cli;

import dev.patrol.config.Config;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.report.published.PublishedOwner;
import dev.patrol.report.published.PublishedRun;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Opens the page of a published report. */
@Command(
    name = "open",
    description = "Opens the page of a report in the browser, and prints where it is.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, also where there is no browser",
      "2:could not run, or there is no such report or owner"
    })
final class ReportOpenCommand implements Callable<Integer> {
  private static final String PAGE = "index.html";

  @ParentCommand private ReportCommand report = new ReportCommand();

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      defaultValue = PublishedRun.LATEST,
      description = "The run's name, or ${DEFAULT-VALUE}.")
  private String run = PublishedRun.LATEST;

  @Option(
      names = "--owner",
      paramLabel = "NAME",
      description = "Open the page of this owner, by name or address; \"unowned\" has one too.")
  private @Nullable String owner;

  @Option(names = "--reports", paramLabel = "DIR", description = "Folder that takes the reports.")
  private @Nullable Path reports;

  @Override
  public Integer call() throws InterruptedException {
    Config config = report.patrol().options().config();
    PublishedRun published = PublishedRun.open(reports == null ? config.reports() : reports, run);
    String name = owner;
    Path page = published.folder().resolve(name == null ? PAGE : page(published.owners(), name));
    if (!Files.isRegularFile(page)) {
      throw new ProblemsException(Problem.in(page.toString(), "expected a page, found none"));
    }
    PrintWriter out = report.patrol().out();
    out.println(page.toAbsolutePath().normalize());
    Browser.open(page, System.getenv())
        .ifPresent(reason -> report.patrol().err().println("No browser was opened: " + reason));
    return ExitCode.DONE.number();
  }

  private static String page(List<PublishedOwner> owners, String name) {
    List<PublishedOwner> named = owners.stream().filter(each -> isMeant(each, name)).toList();
    if (named.size() == 1 && !named.get(0).page().isEmpty()) {
      return named.get(0).page();
    }
    throw new ProblemsException(
        Problem.in(
            "--owner",
            named.isEmpty()
                ? "expected one of " + shown(owners) + ", got \"" + name + '"'
                : "several are called \"" + name + "\": " + shown(named)));
  }

  private static boolean isMeant(PublishedOwner owner, String name) {
    return owner.unowned()
        ? name.equalsIgnoreCase("unowned")
        : owner.name().equalsIgnoreCase(name) || owner.email().equalsIgnoreCase(name);
  }

  private static String shown(List<PublishedOwner> owners) {
    return owners.isEmpty()
        ? "none, as the report names no owners"
        : owners.stream().map(ReportOpenCommand::shown).collect(Collectors.joining(", "));
  }

  private static String shown(PublishedOwner owner) {
    String address = owner.email().isEmpty() ? "" : " <" + owner.email() + ">";
    return owner.unowned() ? "unowned" : owner.name() + address;
  }
}
