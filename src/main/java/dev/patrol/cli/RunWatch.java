package dev.patrol.cli;

import dev.patrol.audit.AuditOutcome;
import dev.patrol.report.Totals;
import dev.patrol.schedule.NightScheduler;
import dev.patrol.schedule.TimetableState;
import dev.patrol.web.Health;
import dev.patrol.web.Health.LastRun;
import dev.patrol.web.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers how the runs of this process went, for those who watch it over HTTP. */
final class RunWatch implements RunListener {
  private final Metrics metrics = new Metrics();
  private final Map<String, LastRun> last = new ConcurrentHashMap<>();

  Metrics metrics() {
    return metrics;
  }

  /** How the scheduler is; asks its database. */
  Health health(NightScheduler scheduler) {
    return new Health(scheduler.isRunning(), scheduler.list().stream().map(this::health).toList());
  }

  @Override
  public void began(String schedule, String run, Instant time) {
    metrics.began(schedule);
  }

  @Override
  public void ended(
      String schedule,
      String run,
      RunOutcome outcome,
      Instant time,
      Duration took,
      @Nullable AuditOutcome result) {
    last.put(schedule, new LastRun(run, outcome.word(), time));
    metrics.ended(schedule, outcome.word(), result != null, time, took);
    if (result != null) {
      Totals totals = result.totals();
      metrics.requests(schedule, result.requests());
      metrics.report(schedule, totals.states(), totals.verdicts());
      metrics.findings(schedule, totals.found());
    }
  }

  private Health.OneSchedule health(TimetableState state) {
    String name = state.timetable().name();
    return new Health.OneSchedule(
        name, state.next(), state.paused(), state.isRunning(), state.stale(), last.get(name));
  }
}
