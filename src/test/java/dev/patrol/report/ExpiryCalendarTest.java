package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Grant;
import dev.patrol.model.Judgement;
import dev.patrol.model.Site;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import dev.patrol.model.TokenState;
import dev.patrol.model.TokenStatus;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.util.CompatibilityHints;
import net.fortuna.ical4j.validate.ValidationResult;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Has the calendar read by another program, strictly. */
class ExpiryCalendarTest {
  private static final Instant END = Instant.parse("2026-11-30T15:59:59Z");

  @Test
  void a_token_has_an_event_on_the_day_of_its_end_with_reminders() throws Exception {
    VEvent event = event(written(Sample.run("r1", "en"), Sample.token("desk").build()));
    assertThat(value(event, "DTSTART")).isEqualTo("20261130");
    assertThat(value(event, "DTEND")).isEqualTo("20261201");
    assertThat(value(event, "SUMMARY")).isEqualTo("Coze token desk ends");
    assertThat(value(event, "URL")).isEqualTo("https://www.coze.cn/open/oauth/pats");
    assertThat(value(event, "DESCRIPTION"))
        .startsWith("Ends at 2026-11-30T23:59:59+08:00\nKind: personal access token\n")
        .contains("\nOwner: Li Wei <li.wei@example.com>\n");
    assertThat(event.getAlarms())
        .extracting(alarm -> alarm.getProperty("TRIGGER").orElseThrow().getValue())
        .containsExactly("-P6DT15H", "-PT15H");
    assertThat(event.getProperty("ATTENDEE")).isEmpty();
    assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:noreply@patrol.invalid");
  }

  @Test
  void the_day_is_that_of_the_zone_of_the_run() throws Exception {
    Token token = Sample.token("t").expiresAt(Instant.parse("2026-11-30T16:00:00Z")).build();
    assertThat(value(event(written(Sample.run("r1", "zh"), token)), "DTSTART"))
        .isEqualTo("20261201");
  }

  @Test
  void a_later_run_moves_the_same_event() throws Exception {
    RunInfo first = Sample.run("r1", "en");
    RunInfo second = later(first, Duration.ofMinutes(1));
    Token renewed = Sample.token("desk").expiresAt(END.minus(Duration.ofDays(3))).build();
    VEvent before = event(written(first, Sample.token("desk").build()));
    VEvent after = event(written(second, renewed));
    assertThat(value(after, "UID")).isEqualTo(value(before, "UID"));
    assertThat(Integer.parseInt(value(after, "SEQUENCE")))
        .isGreaterThan(Integer.parseInt(value(before, "SEQUENCE")));
    assertThat(value(after, "DTSTAMP")).isGreaterThan(value(before, "DTSTAMP"));
    assertThat(value(event(written(first, Sample.token("crm").build())), "UID"))
        .isNotEqualTo(value(before, "UID"));
  }

  @Test
  void reminders_that_are_past_are_left_out() throws Exception {
    Token soon = Sample.token("t").expiresAt(Sample.NOW.plus(Duration.ofDays(2))).build();
    assertThat(event(written(Sample.run("r1", "en"), soon)).getAlarms()).hasSize(1);
    Token over = Sample.token("t").expiresAt(Sample.NOW.minus(Duration.ofDays(2))).build();
    VEvent event = event(written(Sample.run("r1", "zh"), over));
    assertThat(event.getAlarms()).isEmpty();
    assertThat(value(event, "SUMMARY")).isEqualTo("扣子令牌 t 已到期");
  }

  @Test
  void what_has_no_end_or_ended_long_ago_has_no_event() throws Exception {
    String written =
        written(
            Sample.run("r1", "en"),
            Sample.token("a").expiresAt(null).build(),
            Sample.token("b").expiresAt(null).neverExpires(true).build(),
            Sample.token("c").expiresAt(Sample.NOW.minus(Duration.ofDays(30))).build(),
            Sample.token("d").status(TokenStatus.REVOKED).build(),
            oauth("e").grant(Grant.JWT).expiresAt(END).build());
    assertThat(valid(written).getComponents("VEVENT")).isEmpty();
    assertThat(valid(written(Sample.run("r1", "en"))).getComponents("VEVENT")).isEmpty();
  }

  @Test
  void an_oauth_app_ends_with_its_refresh_token() throws Exception {
    Token token = oauth("o").expiresAt(Sample.NOW).refreshExpiresAt(END).site(Site.COM).build();
    VEvent event = event(written(Sample.run("r1", "en"), token));
    assertThat(value(event, "DTSTART")).isEqualTo("20261130");
    assertThat(value(event, "URL")).isEqualTo("https://www.coze.com/open/oauth/apps");
  }

  @Property(tries = 200)
  void any_name_is_kept_and_breaks_nothing(
      @ForAll @StringLength(max = 300) String name, @ForAll @StringLength(max = 90) String owner)
      throws Exception {
    Token token = Sample.token("t" + name).owner(owner).environment(name).build();
    String written = written(Sample.run("r1", "en"), token);
    VEvent event = event(written);
    // The reader strips blanks at the ends of some values.
    assertThat(value(event, "SUMMARY").strip())
        .isEqualTo(("Coze token " + Words.name("t" + name) + " ends").strip());
    for (String line : written.split("\r\n", -1)) {
      assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75);
      assertThat(line).doesNotContain("\n", "\r");
      assertThat(new String(line.getBytes(UTF_8), UTF_8)).isEqualTo(line);
    }
    assertThat(written).endsWith("END:VCALENDAR\r\n");
  }

  @Test
  void hostile_names_add_nothing() throws Exception {
    String hostile = "x\r\nATTENDEE:mailto:a@b.example\r\nEND:VEVENT;,\\n\u2028";
    String written = written(Sample.run("r1", "en"), Sample.token(hostile).owner(hostile).build());
    VEvent event = event(written);
    assertThat(event.getProperty("ATTENDEE")).isEmpty();
    assertThat(value(event, "SUMMARY")).contains("ATTENDEE:mailto:a@b.example");
    assertThat(written(Sample.run("r1", "en"), Sample.token(HostileSample.SECRET).build()))
        .doesNotContain(HostileSample.SECRET);
  }

  @Test
  void many_tokens_take_no_memory() throws Exception {
    long[] written = {0};
    Writer counting =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) {
            written[0] += length;
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Judgement judgement = judgement(Sample.token("t").build());
    RunInfo run = Sample.run("r1", "en");
    try (ExpiryCalendar calendar = calendar(counting, run)) {
      for (int i = 0; i < 30_000; i++) {
        calendar.add(judgement);
      }
    }
    assertThat(written[0]).isGreaterThan(30_000 * 500L);
  }

  private static Token.Builder oauth(String id) {
    return Token.builder(id, TokenKind.OAUTH, Sample.PLACE).grant(Grant.PKCE);
  }

  private static RunInfo later(RunInfo run, Duration by) {
    return new RunInfo(
        "r2",
        run.startedAt().plus(by),
        run.zone(),
        run.version(),
        run.inventory(),
        run.offline(),
        run.lang(),
        run.csvBom(),
        run.alarmDays());
  }

  private static String value(VEvent event, String property) {
    return event.getProperty(property).orElseThrow().getValue();
  }

  private static VEvent event(String text) throws IOException, ParserException {
    List<VEvent> events = valid(text).getComponents("VEVENT");
    assertThat(events).hasSize(1);
    return events.get(0);
  }

  private static Calendar valid(String text) throws IOException, ParserException {
    CompatibilityHints.clearHintEnabled(CompatibilityHints.KEY_RELAXED_PARSING);
    CompatibilityHints.clearHintEnabled(CompatibilityHints.KEY_RELAXED_UNFOLDING);
    CompatibilityHints.clearHintEnabled(CompatibilityHints.KEY_RELAXED_VALIDATION);
    Calendar calendar = new CalendarBuilder().build(new StringReader(text));
    ValidationResult result = calendar.validate(true);
    assertThat(result.getEntries()).isEmpty();
    return calendar;
  }

  private static String written(RunInfo run, Token... tokens) throws IOException {
    StringWriter out = new StringWriter();
    try (ExpiryCalendar calendar = calendar(out, run)) {
      for (Token token : tokens) {
        calendar.add(judgement(token));
      }
    }
    return out.toString();
  }

  private static ExpiryCalendar calendar(Writer out, RunInfo run) throws IOException {
    return new ExpiryCalendar(out, run, new RunCalendar(run), new FileTexts(run.lang()));
  }

  private static Judgement judgement(Token token) {
    return Sample.judgement(token, TokenState.VALID, List.of(), List.of());
  }
}
