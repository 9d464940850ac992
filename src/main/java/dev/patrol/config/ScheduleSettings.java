package dev.patrol.config;

import dev.patrol.model.Severity;
import dev.patrol.yaml.Node.Mapping;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what runs by itself, and where it can be watched: {@code schedules} and {@code http}. */
final class ScheduleSettings {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private final CronCheck check;
  private final Kind<Locale> language;
  private final Kind<Optional<Severity>> failOn;
  private final ZoneId zone;
  private final Optional<Severity> severity;

  /**
   * Knows what the settings of all audits are.
   *
   * @param zone when a schedule has none of its own
   * @param severity from which its runs fail when it says nothing of it; empty for none
   */
  ScheduleSettings(
      CronCheck check,
      Kind<Locale> language,
      Kind<Optional<Severity>> failOn,
      ZoneId zone,
      Optional<Severity> severity) {
    this.check = check;
    this.zone = zone;
    this.severity = severity;
    this.language = language;
    this.failOn = failOn;
  }

  /** By name, sorted. */
  SortedMap<String, Schedule> schedules(Setting setting) {
    SortedMap<String, Schedule> schedules = new TreeMap<>();
    try (Section in = setting.section()) {
      in.all()
          .forEach(
              (name, value) -> {
                if (!NAME.matcher(name).matches()) {
                  in.wrongName(
                      name,
                      "expected a name of at most 64 lower-case letters, digits and -, got "
                          + Reading.quoted(name));
                }
                schedule(value).ifPresent(schedule -> schedules.put(name, schedule));
              });
    }
    return schedules;
  }

  /** Empty when there is no time at which it could run. */
  private Optional<Schedule> schedule(Setting setting) {
    try (Section in = setting.section()) {
      ZoneId own = in.at("zone").as(Kind.zone(), zone);
      Setting cron = in.at("cron");
      if (cron.node() == null) {
        setting.missing("cron");
      }
      Optional<String> times = cron.as(cron(own));
      Schedule schedule =
          new Schedule(
              times.orElse(""),
              own,
              in.at("inventory").as(Kind.path()).orElse(null),
              in.at("rules").as(Kind.path()).orElse(null),
              in.at("reports").as(Kind.path()).orElse(null),
              in.at("lang").as(language).orElse(null),
              in.at("fail-on").as(failOn, severity).orElse(null),
              in.at("offline").as(Kind.flag(), false));
      return times.map(any -> schedule);
    }
  }

  /** Null when nothing switches it on. */
  static @Nullable Http http(Setting setting) {
    Http or = Http.DEFAULT;
    try (Section in = setting.section()) {
      Http http =
          new Http(
              in.at("address").as(address(), or.address()),
              in.at("port").as(Kind.integer(0, 65_535), or.port()));
      return setting.node() instanceof Mapping ? http : null;
    }
  }

  private Kind<String> cron(ZoneId own) {
    return new Kind<>(
        "expected a cron expression such as \"0 30 2 * * ?\"",
        text -> {
          Optional<String> expected = check.expected(text, own);
          if (expected.isPresent()) {
            throw new UnexpectedValue(expected.get());
          }
          return text;
        });
  }

  private static Kind<String> address() {
    return new Kind<>(
        "expected an address of this machine such as 127.0.0.1, without scheme and port",
        text -> {
          if (!ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
          }
          return text;
        });
  }
}
