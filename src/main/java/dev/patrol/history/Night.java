package dev.patrol.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * The runs of one calendar day.
 *
 * @param first the number of the day's first run
 * @param last the number of its last run
 * @param startedAt when the last run began
 */
record Night(long first, long last, Instant startedAt) {
  /** How many nights rules are told about. */
  static final int MOST = 30;

  /** A finished run as it counts here. */
  record Run(long number, Instant startedAt) {}

  /**
   * The nights before tonight, oldest first. A clock that was set back makes a new night, as runs
   * stand in the order in which they were recorded.
   *
   * @param newestFirst finished runs; no more are read than are needed
   */
  static List<Night> before(Instant tonight, ZoneId zone, Iterable<Run> newestFirst) {
    Predicate<LocalDate> isToday = LocalDate.ofInstant(tonight, zone)::equals;
    Deque<Night> nights = new ArrayDeque<>();
    LocalDate day = null;
    for (Run run : newestFirst) {
      LocalDate date = LocalDate.ofInstant(run.startedAt(), zone);
      if (nights.isEmpty() && isToday.test(date)) {
        continue;
      }
      if (date.equals(day)) {
        Night open = nights.removeFirst();
        nights.addFirst(new Night(run.number(), open.last(), open.startedAt()));
      } else if (nights.size() == MOST) {
        break;
      } else {
        nights.addFirst(new Night(run.number(), run.number(), run.startedAt()));
        day = date;
      }
    }
    return List.copyOf(nights);
  }
}
