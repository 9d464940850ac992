package dev.patrol.cli;

import dev.patrol.audit.AuditOutcome;
import dev.patrol.audit.AuditRequest;
import dev.patrol.config.Config;
import dev.patrol.config.Schedule;
import dev.patrol.history.Store;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.sandbox.Sandbox;
import dev.patrol.sandbox.World;
import dev.patrol.schedule.Shift;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the runs of schedules have in common: what they are asked to do, and who hears of them. */
final class RunDesk {
  private static final Logger LOG = LoggerFactory.getLogger(RunDesk.class);

  private final Config config;
  private final Clock clock;
  private final Map<String, String> environment;
  private final boolean sandbox;
  private final List<RunListener> listeners;
  private final Map<String, Sandbox> standIns = new HashMap<>();

  /**
   * A desk for all schedules of the settings.
   *
   * @param sandbox whether requests go to built-in stand-ins of the API, one for each schedule
   */
  RunDesk(
      Config config,
      Clock clock,
      Map<String, String> environment,
      boolean sandbox,
      List<RunListener> listeners) {
    this.config = config;
    this.clock = clock;
    this.environment = Map.copyOf(environment);
    this.sandbox = sandbox;
    this.listeners = List.copyOf(listeners);
  }

  /**
   * What a schedule's run is asked to do.
   *
   * @throws ProblemsException when the settings no longer have the schedule
   */
  AuditRequest request(String schedule, String run) {
    Schedule own = config.schedules().get(schedule);
    if (own == null) {
      throw new ProblemsException(
          Problem.in("schedules", "there is no schedule \"" + schedule + "\" any more"));
    }
    Config settings = config.forSchedule(schedule);
    return new AuditRequest(
        sandbox ? SandboxCommand.routedTo(standIn(schedule, settings), settings) : settings,
        clock,
        environment,
        own.offline(),
        sandbox,
        schedule,
        run,
        Version.number());
  }

  Instant now() {
    return clock.instant();
  }

  /** Tells that a run begins in this process, or goes on. */
  void began(String schedule, String run) {
    listeners.forEach(each -> each.began(schedule, run, now()));
  }

  /**
   * Tells people what a run found that has come to its end; not twice. When no report of it is
   * there nothing is told.
   */
  void tell(String schedule, String run, Store store, Shift shift) {
    AuditRequest request = request(schedule, run);
    if (!Files.exists(request.config().reports().resolve(run))) {
      return;
    }
    List<Shift.Registration> endings = new ArrayList<>();
    try {
      Messenger.tell(request, store, clock, run, ending -> endings.add(shift.whenEnding(ending)))
          .ifPresent(words -> LOG.info("schedule {}: run {}: messages: {}", schedule, run, words));
    } finally {
      endings.forEach(Shift.Registration::close);
    }
  }

  /** Tells that a run has come to its end in this process. */
  void done(String schedule, String run, Instant began, @Nullable AuditOutcome result) {
    RunOutcome outcome =
        result == null
            ? RunOutcome.DONE
            : RunOutcome.of(result, config.forSchedule(schedule).failOn());
    ended(schedule, run, began, outcome, result);
  }

  /** Tells that a run goes no further in this process. */
  void ended(
      String schedule,
      String run,
      Instant began,
      RunOutcome outcome,
      @Nullable AuditOutcome result) {
    Duration took = Duration.between(began, now());
    listeners.forEach(each -> each.ended(schedule, run, outcome, now(), took, result));
  }

  /** It serves until the process ends. */
  private synchronized Sandbox standIn(String schedule, Config settings) {
    return standIns.computeIfAbsent(
        schedule,
        name ->
            Sandbox.start(World.read(settings.inventory().folder().resolve("sandbox.yaml")), 0));
  }
}
