package dev.patrol.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known about a run before it begins.
 *
 * @param id the run's name and that of its folder
 * @param startedAt when it began; "today" for everything in its reports
 * @param zone the time zone in which days are counted and dates are printed
 * @param version the product's version
 * @param inventory the inventory's name as shown
 * @param offline whether nothing may be asked of the service
 * @param lang the language of the page: {@code en} or {@code zh}
 * @param csvBom whether CSV files begin with a byte order mark
 * @param alarmDays days before a token's end at which the calendar reminds of it
 */
public record RunInfo(
    String id,
    Instant startedAt,
    ZoneId zone,
    String version,
    String inventory,
    boolean offline,
    String lang,
    boolean csvBom,
    List<Integer> alarmDays) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Set<String> LANGUAGES = Set.of("en", "zh");

  public RunInfo {
    Objects.requireNonNull(startedAt);
    Objects.requireNonNull(zone);
    alarmDays = List.copyOf(alarmDays);
    if (!ID.matcher(id).matches() || id.equals(Staging.LATEST)) {
      throw new IllegalArgumentException(
          "run: expected up to 100 letters, digits, dots, dashes or underscores that begin with a"
              + " letter or digit, and not \"latest\", got \""
              + id
              + "\"");
    }
    if (!LANGUAGES.contains(lang)) {
      throw new IllegalArgumentException("lang: expected en or zh, got \"" + lang + "\"");
    }
  }
}
