package dev.patrol.cli;

import dev.patrol.audit.AuditOutcome;
import dev.patrol.audit.AuditRequest;
import dev.patrol.audit.Auditor;
import dev.patrol.config.Config;
import dev.patrol.config.Schedule;
import dev.patrol.history.Store;
import dev.patrol.sandbox.Sandbox;
import dev.patrol.sandbox.World;
import dev.patrol.schedule.Shift;
import dev.patrol.schedule.Task;
import dev.patrol.schedule.Work;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Audits what a schedule says, in one go; what was cut short goes on where it was. */
final class AuditTask implements Task {
  private static final Logger LOG = LoggerFactory.getLogger(AuditTask.class);

  private final Config config;
  private final Clock clock;
  private final Map<String, String> environment;
  private final boolean sandbox;
  private final Store store;
  private final List<RunListener> listeners;

  /**
   * Makes a task for all schedules of the settings.
   *
   * @param sandbox whether requests go to the built-in stand-in API
   */
  AuditTask(
      Config config,
      Clock clock,
      Map<String, String> environment,
      boolean sandbox,
      Store store,
      List<RunListener> listeners) {
    this.config = config;
    this.clock = clock;
    this.environment = Map.copyOf(environment);
    this.sandbox = sandbox;
    this.store = store;
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void run(Work work, Shift shift) throws Exception {
    if (!work.kind().equals(Work.SCHEDULED)) {
      throw new IllegalArgumentException("unknown kind of work " + work);
    }
    Instant began = clock.instant();
    listeners.forEach(each -> each.began(work.schedule(), work.run(), began));
    LOG.info(
        "schedule {}: run {} {}",
        work.schedule(),
        work.run(),
        work.recovering() ? "goes on" : "begins");
    RunOutcome outcome = RunOutcome.FAILED;
    @Nullable AuditOutcome result = null;
    try {
      result = untilEnd(work, shift);
      outcome =
          result == null
              ? RunOutcome.DONE
              : RunOutcome.of(result, config.forSchedule(work.schedule()).failOn());
    } catch (CancellationException e) {
      outcome = RunOutcome.STOPPED;
      throw e;
    } finally {
      tell(work, outcome, began, result);
    }
  }

  private void tell(Work work, RunOutcome outcome, Instant began, @Nullable AuditOutcome result) {
    Instant ended = clock.instant();
    Duration took = Duration.between(began, ended);
    for (RunListener each : listeners) {
      each.ended(work.schedule(), work.run(), outcome, ended, took, result);
    }
  }

  /** On a thread of its own: no interrupt may reach the one that keeps the schedules' records. */
  private @Nullable AuditOutcome untilEnd(Work work, Shift shift) throws Exception {
    FutureTask<Optional<AuditOutcome>> audit = new FutureTask<>(() -> audit(work));
    Thread thread = new Thread(audit, "audit " + work.schedule());
    thread.setDaemon(true);
    thread.start();
    Shift.Registration ending = shift.whenEnding(thread::interrupt);
    try {
      return audit.get().orElse(null);
    } catch (ExecutionException e) {
      if (shift.isEnding()) {
        // What an interrupt breaks fails in many ways.
        CancellationException cancelled = new CancellationException("the scheduler stops");
        cancelled.initCause(e);
        throw cancelled;
      }
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    } finally {
      ending.close();
    }
  }

  private Optional<AuditOutcome> audit(Work work) {
    Config own = config.forSchedule(work.schedule());
    if (!sandbox) {
      return audit(work, own);
    }
    World world = World.read(own.inventory().folder().resolve("sandbox.yaml"));
    try (Sandbox api = Sandbox.start(world, 0)) {
      return audit(work, SandboxCommand.routedTo(api, own));
    }
  }

  /** Empty when a run that goes on had come to its end already. */
  private Optional<AuditOutcome> audit(Work work, Config own) {
    Schedule schedule = Objects.requireNonNull(config.schedules().get(work.schedule()));
    Auditor auditor =
        Auditor.prepare(
            new AuditRequest(
                own,
                clock,
                environment,
                schedule.offline(),
                sandbox,
                work.schedule(),
                work.run(),
                Version.number()));
    LoggedProgress progress = new LoggedProgress(work.schedule(), work.run());
    if (work.recovering()) {
      Optional<AuditOutcome> resumed = auditor.resume(store, progress);
      if (resumed.isPresent() || isPublished(own, work.run())) {
        return resumed;
      }
    }
    return Optional.of(auditor.run(store, progress));
  }

  private static boolean isPublished(Config own, String run) {
    Path report = own.reports().resolve(run);
    return Files.exists(report);
  }
}
