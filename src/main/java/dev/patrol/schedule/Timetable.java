package dev.patrol.schedule;

import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.quartz.CronExpression;

/**
 * When a schedule's work begins.
 *
 * @param name the schedule's name
 * @param cron six or seven fields, seconds first, such as {@code 0 30 2 * * ?}
 * @param zone in which its times are meant
 */
public record Timetable(String name, String cron, ZoneId zone) {
  /** What names of schedules look like. */
  static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  private static final int LONGEST_CRON = 120;

  /**
   * Checks the parts.
   *
   * @throws ProblemsException when one of them cannot be used
   */
  public Timetable {
    if (!NAME.matcher(name).matches()) {
      throw new ProblemsException(
          Problem.in(
              "schedules", "expected a name that matches " + NAME + ", got \"" + name + '"'));
    }
    zone = zone.normalized();
    String source = "schedules." + name;
    String text = cron;
    fault(cron, zone, Instant.EPOCH)
        .ifPresent(
            expected -> {
              throw new ProblemsException(
                  Problem.in(source, "cron: " + expected + ", got \"" + text + '"'));
            });
  }

  /**
   * What was expected in place of a cron expression that cannot be used; empty when it can be.
   *
   * @param now the times after this instant count
   */
  public static Optional<String> fault(String cron, ZoneId zone, Instant now) {
    if (cron.length() > LONGEST_CRON) {
      return Optional.of("expected at most " + LONGEST_CRON + " characters");
    }
    int fields = CronFields.of(cron).size();
    if (fields != 6 && fields != 7) {
      return Optional.of(
          "expected six fields, seconds first, such as \"0 30 2 * * ?\""
              + CronFields.hint(cron).map(text -> " (did you mean \"" + text + "\"?)").orElse(""));
    }
    TimeZone clock = TimeZone.getTimeZone(zone.normalized());
    if (!clock.toZoneId().getRules().equals(zone.getRules())) {
      return Optional.of("expected a time zone of whole minutes, not " + zone + ", for a cron");
    }
    try {
      CronExpression expression = expression(cron, zone);
      return expression.getNextValidTimeAfter(Date.from(now)) == null
          ? Optional.of("expected a time that comes again")
          : Optional.empty();
    } catch (ParseException | RuntimeException e) {
      // Quartz throws what it likes for what it cannot read, down to failed numbers.
      return Optional.of(
          "expected a cron expression such as \"0 30 2 * * ?\" ("
              + String.valueOf(e.getMessage()).replaceAll("\\s+", " ")
              + ")");
    }
  }

  /** The first time after an instant, clock changes aside; empty when there is none. */
  public Optional<Instant> next(Instant after) {
    return Optional.ofNullable(expression().getNextValidTimeAfter(Date.from(after)))
        .map(Date::toInstant);
  }

  CronExpression expression() {
    try {
      return expression(cron, zone);
    } catch (ParseException e) {
      throw new IllegalStateException("was read before: " + cron, e);
    }
  }

  private static CronExpression expression(String cron, ZoneId zone) throws ParseException {
    CronExpression expression = new CronExpression(cron);
    expression.setTimeZone(TimeZone.getTimeZone(zone));
    return expression;
  }
}
