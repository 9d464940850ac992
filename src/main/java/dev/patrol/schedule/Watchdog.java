package dev.patrol.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after schedules that Quartz has lost sight of: whose next time is long past, or later than
 * it should be, or whose trigger is broken or gone. Then no night would come any more, and nothing
 * would tell.
 */
final class Watchdog {
  /** Quartz deals with a late time by itself within its misfire threshold, twice at most. */
  private static final Duration LATE = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

  private final Plan plan;
  private final WorkQueue queue;
  private final NodeTables nodes;
  private final Clock clock;
  private final Map<String, Timetable> known = new HashMap<>();
  private final Map<String, Instant> suspects = new HashMap<>();

  Watchdog(Plan plan, WorkQueue queue, NodeTables nodes, Clock clock) {
    this.plan = plan;
    this.queue = queue;
    this.nodes = nodes;
    this.clock = clock;
  }

  /** Replaces the timetables that it looks after. */
  synchronized void know(Iterable<Timetable> timetables) {
    known.clear();
    timetables.forEach(timetable -> known.put(timetable.name(), timetable));
  }

  /** The schedules whose next time was wrong at the last look and is about to be repaired. */
  synchronized Set<String> suspects() {
    return Set.copyOf(suspects.keySet());
  }

  /** Looks once. A time that was wrong at two looks in a row is repaired. */
  synchronized void look() throws SchedulerException {
    Set<String> busy = nodes.busy();
    suspects.keySet().retainAll(known.keySet());
    for (Timetable timetable : known.values()) {
      look(timetable, busy.contains(timetable.name()));
    }
  }

  private void look(Timetable timetable, boolean busy) throws SchedulerException {
    String name = timetable.name();
    Instant now = clock.instant();
    @Nullable Instant next = plan.nextByCron(name);
    if (!isWrong(timetable, next, busy, now)) {
      suspects.remove(name);
      plan.makeUp(timetable);
      return;
    }
    Instant wrong = next == null ? Instant.MAX : next;
    if (!wrong.equals(suspects.put(name, wrong))) {
      LOG.warn("schedule {}: its next time {} looks wrong", name, shown(next));
      return;
    }
    plan.put(timetable);
    plan.renew(timetable);
    boolean missed = wrong.isBefore(now);
    if (missed) {
      queue.now(name, now);
    }
    suspects.remove(name);
    LOG.warn(
        "schedule {}: its next time {} was wrong and is repaired{}",
        name,
        shown(next),
        missed ? "; what was missed runs now" : "");
  }

  private boolean isWrong(Timetable timetable, @Nullable Instant next, boolean busy, Instant now)
      throws SchedulerException {
    Optional<Instant> expected = timetable.next(now);
    return switch (plan.state(timetable.name())) {
      case PAUSED -> false;
      case BLOCKED -> !busy && isLate(next, now);
      case NORMAL -> (!busy && isLate(next, now)) || isTooFar(next, expected);
      case NONE, COMPLETE -> expected.isPresent();
      case ERROR -> true;
    };
  }

  private static boolean isLate(@Nullable Instant next, Instant now) {
    return next == null || next.isBefore(now.minus(LATE));
  }

  private static boolean isTooFar(@Nullable Instant next, Optional<Instant> expected) {
    return next != null && expected.isPresent() && next.isAfter(expected.get());
  }

  private static String shown(@Nullable Instant next) {
    return next == null ? "(none)" : next.toString();
  }
}
