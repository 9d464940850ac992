package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.model.Judgement;
import dev.patrol.model.Token;
import dev.patrol.model.TokenStatus;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An event for each token whose end is known, as a calendar of RFC 5545.
 *
 * <p>It lasts the whole day in the run's zone, so that it is seen, and on the same day wherever it
 * is looked at. Its id does not change from run to run, and later runs have a higher sequence
 * number: a token whose end moves takes its event along. Nobody is invited and nobody gets mail.
 */
final class ExpiryCalendar implements Closeable {
  static final String NAME = "expiry.ics";

  /** How long a past end stays in the calendar. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final LocalTime ALARM = LocalTime.of(9, 0);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final CalendarLines out;
  private final RunInfo run;
  private final RunCalendar calendar;
  private final FileTexts texts;
  private final String stamp;
  private final String sequence;
  private boolean empty = true;
  private boolean ended;

  ExpiryCalendar(Writer out, RunInfo run, RunCalendar calendar, FileTexts texts)
      throws IOException {
    this.out = new CalendarLines(out);
    this.run = run;
    this.calendar = calendar;
    this.texts = texts;
    stamp = STAMP.format(run.startedAt());
    sequence = Long.toString(run.startedAt().getEpochSecond() / 60);
    begin();
  }

  private void begin() throws IOException {
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.text("PRODID", "-//Patrol//Patrol " + SafeText.of(run.version()) + "//EN");
    out.line("CALSCALE", "GREGORIAN");
    out.line("METHOD", "PUBLISH");
    String name = texts.fill("calendar.name", Words.name(run.inventory()));
    out.text("NAME", name);
    out.text("X-WR-CALNAME", name);
    out.line("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    out.line("X-PUBLISHED-TTL", "P1D");
  }

  /** Adds the token's event where it has one. */
  void add(Judgement judgement) throws IOException {
    Token token = judgement.token();
    Instant end = TokenEnd.of(token);
    boolean shown =
        end != null
            && token.status() != TokenStatus.REVOKED
            && end.isAfter(run.startedAt().minus(KEPT));
    if (end == null || !shown) {
      return;
    }
    empty = false;
    LocalDate day = LocalDate.ofInstant(end, run.zone());
    String summary =
        texts.fill(
            calendar.isPast(end) ? "calendar.ended" : "calendar.ends", Words.name(token.id()));
    out.line("BEGIN", "VEVENT");
    out.line("UID", uid(token));
    out.line("DTSTAMP", stamp);
    out.line("LAST-MODIFIED", stamp);
    // A program takes a change only with a higher number; earlier runs began earlier.
    out.line("SEQUENCE", sequence);
    out.line("DTSTART;VALUE=DATE", DAY.format(day));
    out.line("DTEND;VALUE=DATE", DAY.format(day.plusDays(1)));
    out.line("TRANSP", "TRANSPARENT");
    // RFC 5546 asks for one when a calendar is published; mail to such an address goes nowhere.
    out.line("ORGANIZER;CN=Patrol", "mailto:noreply@patrol.invalid");
    out.text("SUMMARY", summary);
    out.text("DESCRIPTION", description(judgement, end));
    Link console = Links.console(token.kind(), token.site());
    if (console != null) {
      out.line("URL", console.url());
    }
    for (int days : run.alarmDays()) {
      alarm(day, end, days, summary);
    }
    out.line("END", "VEVENT");
  }

  private String description(Judgement judgement, Instant end) {
    Token token = judgement.token();
    StringBuilder text = new StringBuilder();
    line(text, "calendar.end", calendar.instant(end));
    line(text, "calendar.kind", texts.get("kind." + token.kind().id()));
    line(text, "calendar.owner", contact(token.owner(), token.ownerEmail()));
    line(text, "calendar.environment", Words.name(token.environment()));
    line(text, "calendar.endpoints", Integer.toString(judgement.diagnoses().size()));
    line(text, "calendar.report", run.id());
    return text.append(texts.get("calendar.todo." + token.kind().id())).toString();
  }

  private void line(StringBuilder text, String key, String value) {
    if (!value.isEmpty()) {
      text.append(texts.fill(key, value)).append('\n');
    }
  }

  /** Such as {@code Li Wei <li.wei@example.com>}; empty when nobody is known. */
  static String contact(@Nullable String name, @Nullable String email) {
    String shown = Words.name(name);
    String address = Words.name(email);
    return address.isEmpty() ? shown : shown.isEmpty() ? address : shown + " <" + address + ">";
  }

  /** A reminder in the morning; one that is past already would only be shown too late. */
  private void alarm(LocalDate day, Instant end, int days, String summary) throws IOException {
    Instant at = day.minusDays(days).atTime(ALARM).atZone(run.zone()).toInstant();
    if (!at.isAfter(run.startedAt()) || !at.isBefore(end)) {
      return;
    }
    out.line("BEGIN", "VALARM");
    out.line("ACTION", "DISPLAY");
    out.line("TRIGGER", trigger(days));
    out.text("DESCRIPTION", summary);
    out.line("END", "VALARM");
  }

  /** From the midnight with which the day begins. */
  private static String trigger(int days) {
    int hours = ALARM.getHour();
    return switch (days) {
      case 0 -> "PT" + hours + "H";
      case 1 -> "-PT" + (24 - hours) + "H";
      default -> "-P" + (days - 1) + "DT" + (24 - hours) + "H";
    };
  }

  private String uid(Token token) {
    try {
      String about = run.inventory() + "\n" + token.id();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(about.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16) + "@expiry.patrol";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Ends the calendar and closes the file. */
  @Override
  public void close() throws IOException {
    if (!ended) {
      ended = true;
      if (empty) {
        // A calendar must hold something, and this is seen by nobody.
        out.line("BEGIN", "VTIMEZONE");
        out.line("TZID", "UTC");
        out.line("BEGIN", "STANDARD");
        out.line("DTSTART", "19700101T000000");
        out.line("TZOFFSETFROM", "+0000");
        out.line("TZOFFSETTO", "+0000");
        out.line("END", "STANDARD");
        out.line("END", "VTIMEZONE");
      }
      out.line("END", "VCALENDAR");
    }
    out.close();
  }
}
