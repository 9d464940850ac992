package dev.patrol.notify.outbox;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was told of a finding.
 *
 * @param finding what tells the finding from others of its inventory
 * @param audience whom it was told
 * @param fixed whether it is fixed; else the audience was told that it is there
 * @param message what told it; empty when nothing did that is under way, so that a fixed one is
 *     still to be told
 * @param warnedDue the end of which there was a warning, or null
 * @param warnedDays how many days before that end the last warning came due; 0 for none
 * @param warnedBy the message with that warning
 * @param about of a fixed finding: what it was about, for the message to come
 * @param toldAt when this was noted
 */
public record Mark(
    String finding,
    String audience,
    boolean fixed,
    String message,
    @Nullable Instant warnedDue,
    int warnedDays,
    String warnedBy,
    String about,
    Instant toldAt) {
  public Mark {
    Objects.requireNonNull(finding);
    Objects.requireNonNull(audience);
    Objects.requireNonNull(toldAt);
  }

  /** That a finding is there, with no warning of its end. */
  public static Mark told(String finding, String audience, String message, Instant at) {
    return new Mark(finding, audience, false, message, null, 0, "", "", at);
  }

  /** The same with a warning. */
  public Mark warned(@Nullable Instant due, int days, String by) {
    return new Mark(finding, audience, fixed, message, due, days, by, about, toldAt);
  }

  /** The finding is fixed. */
  public Mark fixedBy(String by, String what, Instant at) {
    return new Mark(finding, audience, true, by, warnedDue, warnedDays, warnedBy, what, at);
  }

  /** The finding is there after all, which the audience knows. */
  public Mark open() {
    return new Mark(finding, audience, false, "", warnedDue, warnedDays, warnedBy, "", toldAt);
  }

  /** Whether it is fixed and nobody has said so yet. */
  public boolean isFixedUntold() {
    return fixed && message.isEmpty();
  }

  /** The same with another message in the place of one that stands for it. */
  public Mark by(String standIn, String id) {
    return new Mark(
        finding,
        audience,
        fixed,
        message.equals(standIn) ? id : message,
        warnedDue,
        warnedDays,
        warnedBy.equals(standIn) ? id : warnedBy,
        about,
        toldAt);
  }
}
