package dev.patrol.schedule;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A piece of work: what a schedule starts, or what a task has handed in for later.
 *
 * @param kind {@link #SCHEDULED}, or a word of the tasks' own
 * @param schedule the schedule that it is done for
 * @param run the run that it belongs to; a schedule's own stay the same when they are recovered
 * @param part which part of the run it is, counted as the tasks like
 * @param recovering whether it was begun before and did not come to its end
 */
public record Work(String kind, String schedule, String run, int part, boolean recovering) {
  /** The kind of what a schedule starts. */
  public static final String SCHEDULED = "audit";

  private static final Pattern KIND = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
  private static final Pattern RUN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,89}");

  public Work {
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException("kind must match " + KIND + ", got " + kind);
    }
    if (!Timetable.NAME.matcher(schedule).matches()) {
      throw new IllegalArgumentException(
          "schedule must match " + Timetable.NAME + ", got " + schedule);
    }
    if (!RUN.matcher(run).matches()) {
      throw new IllegalArgumentException("run must match " + RUN + ", got " + run);
    }
    if (part < 0) {
      throw new IllegalArgumentException("part must be >= 0, got " + part);
    }
  }

  /** Its place among all work: equal for equal work, whether it is recovering or not. */
  String key() {
    return kind + "/" + schedule + "/" + run + "/" + part;
  }

  /** The schedule of the work with that key; empty when it is no key of work. */
  static Optional<String> scheduleIn(String key) {
    String[] parts = key.split("/", -1);
    return parts.length == 4 ? Optional.of(parts[1]) : Optional.empty();
  }

  @Override
  public String toString() {
    return kind
        + " "
        + schedule
        + ", run "
        + run
        + (part == 0 ? "" : ", part " + part)
        + (recovering ? ", again" : "");
  }
}
