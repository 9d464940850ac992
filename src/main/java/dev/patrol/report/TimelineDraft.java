package dev.patrol.report;

import dev.patrol.report.row.TokenRow;
import dev.patrol.report.view.Languages;
import dev.patrol.report.view.Say;
import dev.patrol.report.view.Timeline;
import dev.patrol.report.view.Timeline.Day;
import dev.patrol.report.view.Timeline.Lane;
import dev.patrol.report.view.Timeline.Tick;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Collects the tokens that have ended or soon will. */
final class TimelineDraft {
  static final int LANES = 30;

  /** Days before today that are shown. */
  private static final int PAST = 7;

  /** Days after today that are shown: the longest life of a personal token. */
  private static final int AHEAD = 30;

  private static final int WEEK = 7;

  /** How far ahead the page's head looks. */
  private static final int SOON = 14;

  private static final long HIGHEST = 36;

  private record Ending(long left, TokenRow row) {}

  private final RunCalendar calendar;
  private final Languages texts;
  private final Shortlist<Long, Ending> nearest = new Shortlist<>(LANES, Comparator.naturalOrder());
  private final TreeMap<Long, Long> perDay = new TreeMap<>();
  private long soon;
  private String firstDay = "";
  private String first = "";

  TimelineDraft(RunCalendar calendar, Languages texts) {
    this.calendar = calendar;
    this.texts = texts;
  }

  void add(TokenRow row) {
    if (!row.ends()) {
      return;
    }
    long left = Long.parseLong(row.left());
    boolean dead = row.state().equals("invalid");
    boolean over = row.state().equals("expired");
    boolean near = left >= -PAST && left <= AHEAD;
    if (over || row.state().equals("expiring") || (near && !dead)) {
      nearest.offer(Math.abs(left), () -> new Ending(left, row));
      perDay.merge(Math.max(-PAST, Math.min(AHEAD, left)), 1L, Long::sum);
    }
    if (left >= 0 && left <= SOON && !over && !dead) {
      soon++;
      if (firstDay.isEmpty() || row.end().compareTo(firstDay) < 0) {
        firstDay = row.end();
        first = row.id();
      }
    }
  }

  /** What ends next, in one sentence; nothing when nothing ends soon. */
  Say next() {
    return soon == 0 ? Say.both("") : texts.fill("headline.next", soon, SOON, first, firstDay);
  }

  Timeline finish() {
    List<Tick> ticks = new ArrayList<>();
    for (int day = -PAST; day <= AHEAD; day += WEEK) {
      ticks.add(new Tick(percent(middle(day)), calendar.monthAndDay(day)));
    }
    long most = perDay.values().stream().mapToLong(Long::longValue).max().orElse(1);
    List<Day> days = new ArrayList<>();
    perDay.forEach(
        (day, count) -> {
          long height = Math.max(3, count * HIGHEST / most);
          days.add(
              new Day(
                  percent(place(day)),
                  percent(place(day + 1) - place(day)),
                  HIGHEST - height,
                  height,
                  tone(day)));
        });
    List<Lane> lanes =
        nearest.items().stream()
            .sorted(Comparator.comparingLong(Ending::left))
            .map(this::lane)
            .toList();
    return new Timeline(ticks, days, lanes, nearest.left(), percent(middle(0)));
  }

  private Lane lane(Ending ending) {
    TokenRow row = ending.row();
    boolean over = ending.left() < 0 || row.state().equals("expired");
    double today = middle(0);
    double end = middle(Math.max(-PAST, Math.min(AHEAD, ending.left())));
    return new Lane(
        row.id(),
        row.kind(),
        row.owner(),
        row.end(),
        words(ending, over),
        row.endpoints(),
        percent(Math.min(today, end)),
        percent(Math.abs(end - today)),
        percent(end),
        over ? overTone(row) : tone(ending.left()));
  }

  /** The declared end is over; what the service accepts lives on nevertheless. */
  private Say words(Ending ending, boolean over) {
    if (!over) {
      return texts.days(ending.row().left());
    }
    long left = ending.left();
    return switch (ending.row().state()) {
      case "valid", "expiring" -> texts.fill("expiry.accepted", left, Math.abs(left));
      case "unknown" -> texts.fill("expiry.unknown", left, Math.abs(left));
      default -> left == 0 ? texts.get("expiry.today") : texts.days(ending.row().left());
    };
  }

  private static String overTone(TokenRow row) {
    return row.state().equals("expired") || row.state().equals("invalid") ? "fail" : "unknown";
  }

  private static String tone(long left) {
    return left < 0 ? "fail" : left <= WEEK ? "unknown" : "pass";
  }

  private static double place(long day) {
    return 100.0 * (day + PAST) / (PAST + AHEAD + 1);
  }

  private static double middle(long day) {
    return (place(day) + place(day + 1)) / 2;
  }

  private static String percent(double share) {
    long hundredths = Math.round(share * 100);
    long part = hundredths % 100;
    return hundredths / 100 + (part < 10 ? ".0" : ".") + part + "%";
  }
}
