package dev.patrol.cli;

import dev.patrol.audit.StorePlace;
import dev.patrol.config.Config;
import dev.patrol.config.Http;
import dev.patrol.history.Store;
import dev.patrol.journal.ExclusiveFile;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.schedule.NightScheduler;
import dev.patrol.schedule.Timetable;
import dev.patrol.schedule.TimetableState;
import dev.patrol.web.StatusPort;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Audits by schedule until it is stopped. */
@Command(
    name = "schedule",
    description = "Audits by the schedules of the settings until it is stopped.",
    subcommands = ScheduleListCommand.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done, or stopped by a signal", "2:could not run"})
final class ScheduleCommand implements Callable<Integer> {
  /**
   * Audits at one time; each sends many requests at one time. A node of several works on one part
   * at a time, so that all together keep to an account's rate of requests.
   */
  private static final int THREADS = 4;

  /** What the scheduler and the watch over it need besides. */
  private static final int MORE_CONNECTIONS = 4;

  private static final Logger LOG = LoggerFactory.getLogger(ScheduleCommand.class);

  @ParentCommand private PatrolCommand patrol = new PatrolCommand();

  @Option(
      names = "--sandbox",
      description =
          "For trials: let each audit start the built-in stand-in API, which plays its inventory's"
              + " sandbox.yaml, and send everything there.")
  private boolean sandbox;

  PatrolCommand patrol() {
    return patrol;
  }

  @Override
  public Integer call() throws InterruptedException {
    Config config = patrol.options().config();
    if (config.schedules().isEmpty()) {
      throw new ProblemsException(
          Problem.in(
              "schedules",
              "expected a schedule in the settings, such as {nightly: {cron: \"0 30 2 * * ?\"}}"));
    }
    StopSignal stop = StopSignal.listen();
    try (Store store = StorePlace.open(config, System.getenv(), THREADS + MORE_CONNECTIONS)) {
      if (store.isShared()) {
        work(config, store, 1, stop);
      } else {
        alone(config, store, stop);
      }
    }
    LOG.info("stopped");
    return ExitCode.DONE.number();
  }

  private void alone(Config config, Store store, StopSignal stop) throws InterruptedException {
    try (ExclusiveFile lock = lock(config)) {
      LOG.debug("no other scheduler works with {}", lock);
      work(config, store, THREADS, stop);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Works until it is told to stop. */
  private void work(Config config, Store store, int threads, StopSignal stop)
      throws InterruptedException {
    RunWatch watch = new RunWatch();
    try (NightScheduler scheduler =
        NightScheduler.open(store.dataSource(), Clock.systemUTC(), threads)) {
      RunDesk desk = desk(config, scheduler, watch);
      scheduler.put(timetables(config));
      StatusPort port = port(config, scheduler, watch);
      try {
        start(desk, store, scheduler);
        scheduler.list().forEach(ScheduleCommand::announce);
        stop.await();
        LOG.info("stopping: running audits are put away and go on after the next start");
      } finally {
        if (port != null) {
          port.close();
        }
      }
    }
  }

  @Command(name = "run-now", description = "Lets a schedule's audit begin now.")
  int runNow(@Parameters(paramLabel = "NAME", description = "The schedule.") String name) {
    return command(
        (scheduler, out) -> {
          scheduler.runNow(name);
          out.println(
              scheduler.nodes().isEmpty()
                  ? name + " runs as soon as patrol schedule is started."
                  : name + " runs now.");
        });
  }

  @Command(name = "pause", description = "Lets a schedule's times pass until it is resumed.")
  int pause(@Parameters(paramLabel = "NAME", description = "The schedule.") String name) {
    return command(
        (scheduler, out) -> {
          scheduler.pause(name);
          out.println(name + " is paused.");
        });
  }

  @Command(name = "resume", description = "Lets a paused schedule go on with its next time.")
  int resume(@Parameters(paramLabel = "NAME", description = "The schedule.") String name) {
    return command(
        (scheduler, out) -> {
          scheduler.resume(name);
          out.println(name + " runs next at " + next(scheduler, name).orElse("(never)") + ".");
        });
  }

  /** What a command does with a scheduler that need not be running. */
  interface Use {
    /** Does it, and says what was done. */
    void of(NightScheduler scheduler, PrintWriter out);
  }

  /** Uses the schedules from beside the process that runs them. */
  int command(Use use) {
    Config config = patrol.options().config();
    try (Store store = StorePlace.open(config, System.getenv(), 1 + MORE_CONNECTIONS);
        NightScheduler scheduler = NightScheduler.open(store.dataSource(), Clock.systemUTC(), 1)) {
      use.of(scheduler, patrol.out());
    }
    return ExitCode.DONE.number();
  }

  /** Null when the settings want none. */
  private static @Nullable StatusPort port(
      Config config, NightScheduler scheduler, RunWatch watch) {
    Http http = config.http();
    if (http == null) {
      return null;
    }
    Map<String, Path> reports =
        config.schedules().keySet().stream()
            .collect(Collectors.toMap(name -> name, name -> config.forSchedule(name).reports()));
    StatusPort port =
        StatusPort.start(
            http.address(), http.port(), () -> watch.health(scheduler), watch.metrics(), reports);
    LOG.info("answering at {}", port.uri());
    return port;
  }

  private static void start(RunDesk desk, Store store, NightScheduler scheduler) {
    if (!store.isShared()) {
      scheduler.start(new AuditTask(desk, store));
      return;
    }
    SharedTask task = new SharedTask(desk, store, () -> scheduler.nodes().size());
    scheduler.start(task, () -> task.handInAgain(work -> scheduler.submit(work, desk.now())));
  }

  private RunDesk desk(Config config, NightScheduler scheduler, RunWatch watch) {
    return new RunDesk(
        config,
        Clock.systemUTC(),
        System.getenv(),
        sandbox,
        List.of(watch, new RunLog(name -> next(scheduler, name))));
  }

  /** Keeps a second scheduler from a store that is not made for several. */
  private static ExclusiveFile lock(Config config) {
    Path file = config.reports().resolve(".patrol").resolve("schedule.lock");
    try {
      return ExclusiveFile.tryOpen(
              file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE))
          .orElseThrow(
              () ->
                  new ProblemsException(
                      Problem.in(
                          file.toString(),
                          "another scheduler works with this store; stop it first, or let several"
                              + " share a PostgreSQL database (setting store)")));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be locked: " + e.getMessage(), e);
    }
  }

  private static List<Timetable> timetables(Config config) {
    return config.schedules().entrySet().stream()
        .map(
            entry ->
                new Timetable(entry.getKey(), entry.getValue().cron(), entry.getValue().zone()))
        .toList();
  }

  private static void announce(TimetableState state) {
    LOG.info(
        "schedule {}: {}",
        state.timetable().name(),
        state.paused() ? "paused" : "next " + ScheduleListCommand.next(state));
  }

  private static Optional<String> next(NightScheduler scheduler, String name) {
    return scheduler.list().stream()
        .filter(state -> state.timetable().name().equals(name))
        .filter(state -> state.next() != null)
        .map(ScheduleListCommand::next)
        .findFirst();
  }
}
