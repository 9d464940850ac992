package dev.patrol.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * Finds the times that a change of the clocks leaves out: where it jumps from 02:00 to 03:00 there
 * is no 02:30, and Quartz would let that night pass. Such a time is made up for when the gap ends.
 */
final class SkippedTimes {
  /** Clocks change twice a year; further ahead nobody has decided anything. */
  private static final long DAYS_AHEAD = 400;

  private SkippedTimes() {}

  /**
   * The end of the next gap that leaves out one of the timetable's times. A gap does not count when
   * the timetable itself comes up soon after it, within the length of the gap, as that of an hourly
   * one does.
   *
   * @param after gaps that end after this instant count
   */
  static Optional<Instant> next(Timetable timetable, Instant after) {
    Instant last = after.plus(DAYS_AHEAD, ChronoUnit.DAYS);
    Instant from = after;
    while (true) {
      ZoneOffsetTransition change = timetable.zone().getRules().nextTransition(from);
      if (change == null || change.getInstant().isAfter(last)) {
        return Optional.empty();
      }
      if (change.isGap() && leavesOut(change, timetable)) {
        return Optional.of(change.getInstant());
      }
      from = change.getInstant();
    }
  }

  private static boolean leavesOut(ZoneOffsetTransition gap, Timetable timetable) {
    boolean names = namesOneBetween(timetable, gap.getDateTimeBefore(), gap.getDateTimeAfter());
    Instant end = gap.getInstant();
    boolean comesUp =
        timetable
            .next(end.minusMillis(1))
            .filter(next -> next.isBefore(end.plus(gap.getDuration())))
            .isPresent();
    return names && !comesUp;
  }

  /** Reads the clock as if it never changed. */
  private static boolean namesOneBetween(
      Timetable timetable, LocalDateTime first, LocalDateTime end) {
    CronExpression unchanged = new CronExpression(timetable.expression());
    unchanged.setTimeZone(TimeZone.getTimeZone((ZoneId) ZoneOffset.UTC));
    Date next =
        unchanged.getNextValidTimeAfter(Date.from(first.toInstant(ZoneOffset.UTC).minusMillis(1)));
    return next != null && next.toInstant().isBefore(end.toInstant(ZoneOffset.UTC));
  }
}
