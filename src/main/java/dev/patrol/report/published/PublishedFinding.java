package dev.patrol.report.published;

import dev.patrol.model.FindingStatus;
import dev.patrol.model.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding of a published run.
 *
 * @param rule the rule's id
 * @param guide the cause that the rule decides, or {@code hygiene}
 * @param severity how much it matters
 * @param status how it stands against earlier runs
 * @param subject what it is about
 * @param owners positions in {@link PublishedRun#owners}, the one who should act first
 * @param evidence what was seen
 * @param due when it must be done, or null
 * @param firstSeen when the first run began that reported it, or null
 */
public record PublishedFinding(
    String rule,
    String guide,
    Severity severity,
    FindingStatus status,
    Subject subject,
    List<Integer> owners,
    String evidence,
    @Nullable Instant due,
    @Nullable Instant firstSeen) {
  public PublishedFinding {
    owners = List.copyOf(owners);
  }

  /** What tells it from other findings, in this run and in others of the inventory. */
  public FindingKey key() {
    return new FindingKey(rule, subject);
  }
}
