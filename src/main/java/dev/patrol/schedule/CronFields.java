package dev.patrol.schedule;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quartz.CronExpression;

/**
 * Splits cron expressions, and turns the five fields of Unix into the six that are wanted here, for
 * a hint.
 */
final class CronFields {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern DAY_NUMBER = Pattern.compile("(?<![/0-9#])[0-7](?![0-9#])");
  private static final List<String> DAYS =
      List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

  private CronFields() {}

  /** The fields of a cron expression, however many. */
  static List<String> of(String cron) {
    return SPACE.splitAsStream(cron.strip()).filter(field -> !field.isEmpty()).toList();
  }

  /** The six fields that say the same; empty when there is nothing to say. */
  static Optional<String> hint(String cron) {
    List<String> fields = of(cron);
    if (fields.size() != 5) {
      return Optional.empty();
    }
    String day = fields.get(2);
    String weekday =
        DAY_NUMBER
            .matcher(fields.get(4))
            .replaceAll(number -> DAYS.get(Integer.parseInt(number.group())));
    if (weekday.equals("*") || weekday.equals("?")) {
      weekday = "?";
    } else if (day.equals("*")) {
      day = "?";
    }
    String six = String.join(" ", "0", fields.get(0), fields.get(1), day, fields.get(3), weekday);
    return CronExpression.isValidExpression(six) ? Optional.of(six) : Optional.empty();
  }
}
