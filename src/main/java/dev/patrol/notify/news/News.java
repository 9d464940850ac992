package dev.patrol.notify.news;

import dev.patrol.model.Severity;
import dev.patrol.report.published.PublishedFinding;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody is told.
 *
 * @param kind why it is told
 * @param severity how much it matters
 * @param rule the rule's id
 * @param subject what it is about
 * @param evidence what was seen, or empty
 * @param since when it was first seen, or null
 * @param due when it must be done, or null
 */
record News(
    Kind kind,
    Severity severity,
    String rule,
    String subject,
    String evidence,
    @Nullable Instant since,
    @Nullable Instant due)
    implements Comparable<News> {
  /** Why something is told. */
  enum Kind {
    /** The audience does not know of it. */
    NEW,
    /** It was fixed, and is back. */
    REOPENED,
    /** Its end comes near. */
    DUE,
    /** The audience knows of it, and it is no longer there. */
    FIXED
  }

  /** What to do first: the worst, and of these what ends first. */
  private static final Comparator<News> ORDER =
      Comparator.comparing(News::severity)
          .thenComparing(News::due, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(News::subject)
          .thenComparing(News::rule);

  News {
    Objects.requireNonNull(kind);
  }

  static News of(Kind kind, PublishedFinding finding) {
    return new News(
        kind,
        finding.severity(),
        finding.rule(),
        finding.subject().shown(),
        finding.evidence(),
        finding.firstSeen(),
        finding.due());
  }

  /** A finding that is fixed, of which only that is known. */
  static News fixed(String rule, String subject) {
    return new News(Kind.FIXED, Severity.INFO, rule, subject, "", null, null);
  }

  @Override
  public int compareTo(News other) {
    return ORDER.compare(this, other);
  }
}
