package dev.patrol.history;

import dev.patrol.model.Severity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a finding, which stayed so until its next event.
 *
 * @param run the number of the run in which it happened
 * @param kind what happened
 * @param key what tells the finding from others
 * @param ruleNo where the rule's texts are kept
 * @param firstSeen when the first run began that reported it
 * @param severity how much it matters
 * @param evidence what was seen
 * @param owner who should act; empty when nobody is named
 * @param ownerEmail how to reach the owner, or empty
 * @param due when it must be done, or null
 * @param basis what must be known to say that it is gone
 */
record FindingEvent(
    long run,
    Kind kind,
    FindingKey key,
    long ruleNo,
    Instant firstSeen,
    Severity severity,
    String evidence,
    String owner,
    String ownerEmail,
    @Nullable Instant due,
    Basis basis) {
  /** What can happen to a finding. */
  enum Kind {
    NEW,
    REOPENED,
    CHANGED,
    FIXED;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What differs from night to night and changes nothing: log ids, and how many days are left. */
  private static final Pattern PASSING =
      Pattern.compile(
          "\\b(?=[A-Za-z]*[0-9])[0-9A-Za-z]{20,}\\b|\\b(in )?[0-9]+ days( ago)?\\b"
              + "|\\b(today|tomorrow|yesterday)\\b");

  FindingEvent {
    firstSeen = firstSeen.truncatedTo(ChronoUnit.MILLIS);
    due = due == null ? null : due.truncatedTo(ChronoUnit.MILLIS);
  }

  boolean isOpen() {
    return kind != Kind.FIXED;
  }

  /** The same finding, fixed in a later run. */
  FindingEvent fixed(long when) {
    return new FindingEvent(
        when,
        Kind.FIXED,
        key,
        ruleNo,
        firstSeen,
        severity,
        evidence,
        owner,
        ownerEmail,
        due,
        basis);
  }

  /** Whether it says nothing that the event before did not say. */
  boolean repeats(FindingEvent before) {
    return key.equals(before.key)
        && severity == before.severity
        && owner.equals(before.owner)
        && ownerEmail.equals(before.ownerEmail)
        && Objects.equals(due, before.due)
        && basis == before.basis
        && (evidence.equals(before.evidence) || lasting(evidence).equals(lasting(before.evidence)));
  }

  private static String lasting(String evidence) {
    return PASSING.matcher(evidence).replaceAll("#");
  }
}
