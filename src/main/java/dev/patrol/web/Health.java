package dev.patrol.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a scheduler is.
 *
 * @param running whether it takes work
 * @param schedules what it knows of each schedule, by name
 */
public record Health(boolean running, List<OneSchedule> schedules) {
  public Health {
    schedules = List.copyOf(schedules);
  }

  /** Whether nothing is wrong. */
  public boolean isSound() {
    return running && schedules.stream().noneMatch(OneSchedule::stale);
  }

  /**
   * How a schedule is.
   *
   * @param name its name
   * @param next when it comes up next; null when it does not
   * @param paused whether it is paused
   * @param running whether its work is being done
   * @param stale whether it has been lost sight of
   * @param last its last run in this process; null when there was none
   */
  public record OneSchedule(
      String name,
      @Nullable Instant next,
      boolean paused,
      boolean running,
      boolean stale,
      @Nullable LastRun last) {}

  /**
   * How a run ended.
   *
   * @param run its name
   * @param outcome a word for it
   * @param ended when it ended
   */
  public record LastRun(String run, String outcome, Instant ended) {}
}
