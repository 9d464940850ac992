package dev.patrol.notify.news;

import dev.patrol.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The text of one message, as it grows. */
final class Letter {
  /** Names and evidence may be as long as a row of the inventory. */
  private static final int LONGEST = 300;

  private static final String INDENT = "   ";

  private final Wording wording;
  private final NightReading night;
  private final StringBuilder text = new StringBuilder();

  Letter(Wording wording, NightReading night) {
    this.wording = wording;
    this.night = night;
  }

  /** What a share is about, in one line. */
  static String subject(Wording wording, Share share) {
    if (share.toDo() == 0) {
      return wording.text("subject.fixed", share.count(News.Kind.FIXED));
    }
    StringBuilder subject = new StringBuilder(wording.text("subject.todo", share.toDo()));
    for (Severity severity : List.of(Severity.CRITICAL, Severity.HIGH)) {
      long count = share.count(severity);
      if (count > 0) {
        subject.append(wording.text("subject.worst", count, wording.severity(severity)));
        break;
      }
    }
    Instant due = share.firstDue();
    if (due != null) {
      subject.append(wording.text("subject.due", wording.day(due)));
    }
    return subject.toString();
  }

  Letter line(String key, Object... values) {
    text.append(wording.text(key, values)).append('\n');
    return this;
  }

  Letter gap() {
    text.append('\n');
    return this;
  }

  /** The first few things to do, and how many more there are. */
  Letter first(Share share) {
    if (share.toDo() > 0) {
      gap().line("first");
      int number = 1;
      for (News news : share.first()) {
        item(news, number++);
      }
      more(share.toDo() - share.first().size());
    }
    return this;
  }

  private void item(News news, int number) {
    String title = cut(night.title(news.rule()));
    line(
        "item.title",
        String.format(Locale.ROOT, "%d", number),
        wording.severity(news.severity()),
        title);
    detail("item.about", news.subject());
    Instant since = news.since();
    Instant due = news.due();
    if (since != null && due != null) {
      text.append(INDENT);
      line("item.sinceBy", wording.day(since), wording.day(due));
    } else if (since != null) {
      detail("item.since", wording.day(since));
    } else if (due != null) {
      detail("item.by", wording.day(due));
    }
    detail("item.seen", news.evidence());
    detail("item.do", night.remedy(news.rule()));
  }

  private void detail(String key, String value) {
    if (!value.isEmpty()) {
      text.append(INDENT);
      line(key, cut(value));
    }
  }

  /** The first few things that are fixed, and how many more there are. */
  Letter fixed(Share share) {
    long count = share.count(News.Kind.FIXED);
    if (count > 0) {
      gap().line("fixed");
      for (News news : share.fixed()) {
        line("item.fixed", cut(news.subject()), cut(night.title(news.rule())));
      }
      more(count - share.fixed().size());
    }
    return this;
  }

  /** How many more there are, if any. */
  Letter more(long count) {
    if (count > 0) {
      line("more", count);
    }
    return this;
  }

  /** Text that is safe already, and not longer than people read. */
  static String cut(String value) {
    String line = value.replace('\n', ' ').replace('\r', ' ');
    if (line.length() <= LONGEST) {
      return line;
    }
    boolean pair = Character.isHighSurrogate(line.charAt(LONGEST - 1));
    return line.substring(0, pair ? LONGEST - 1 : LONGEST) + "…";
  }

  String text() {
    return text.toString();
  }
}
