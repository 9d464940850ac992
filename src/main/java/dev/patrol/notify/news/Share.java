package dev.patrol.notify.news;

import dev.patrol.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one audience is told: counts, and the few that come first. */
final class Share {
  /** So many are told in full; the rest stands on the page. */
  static final int MOST = 5;

  private final Map<News.Kind, Long> counts = new EnumMap<>(News.Kind.class);
  private final Map<Severity, Long> severities = new EnumMap<>(Severity.class);
  private final List<News> first = new ArrayList<>();
  private final List<News> fixed = new ArrayList<>();
  private long open;
  private @Nullable Instant firstDue;

  /** Counts something that is open, told tonight or not. */
  void countOpen() {
    open++;
  }

  void add(News news) {
    counts.merge(news.kind(), 1L, Long::sum);
    if (news.kind() == News.Kind.FIXED) {
      keep(fixed, news);
      return;
    }
    severities.merge(news.severity(), 1L, Long::sum);
    keep(first, news);
    Instant due = news.due();
    if (due != null && (firstDue == null || due.isBefore(firstDue))) {
      firstDue = due;
    }
  }

  private static void keep(List<News> few, News news) {
    int place = Collections.binarySearch(few, news);
    few.add(place < 0 ? -place - 1 : place, news);
    if (few.size() > MOST) {
      few.remove(MOST);
    }
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  long count(News.Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /** How many of those that are told ask for something to be done. */
  long toDo() {
    return count(News.Kind.NEW) + count(News.Kind.REOPENED) + count(News.Kind.DUE);
  }

  long count(Severity severity) {
    return severities.getOrDefault(severity, 0L);
  }

  long open() {
    return open;
  }

  /** When the first of them must be done. */
  @Nullable Instant firstDue() {
    return firstDue;
  }

  List<News> first() {
    return List.copyOf(first);
  }

  List<News> fixed() {
    return List.copyOf(fixed);
  }
}
