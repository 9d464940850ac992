package dev.patrol.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A timetable as the database has it.
 *
 * @param timetable what was put there
 * @param next when it comes up next, changes of the clocks included; null when it is paused
 * @param previous when it came up last by itself; null before the first time
 * @param paused whether it is paused
 * @param node the node that does its work now; null when none does
 * @param stale whether its next time is wrong and it is about to be repaired
 */
public record TimetableState(
    Timetable timetable,
    @Nullable Instant next,
    @Nullable Instant previous,
    boolean paused,
    @Nullable String node,
    boolean stale) {
  /** Whether its work is being done. */
  public boolean isRunning() {
    return node != null;
  }
}
