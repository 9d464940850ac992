package dev.patrol.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a rule reports about a token, an endpoint, a workspace, a holder of tokens, an
 * application or a waiver.
 *
 * @param rule the rule that reports it
 * @param severity the rule's severity, or the one it chose for this case
 * @param status how it stands against earlier runs
 * @param token id of the token concerned, or null
 * @param endpoint id of the endpoint concerned, or null
 * @param workspace id of the workspace concerned, or null
 * @param owner who should act, or null when nobody is named
 * @param ownerEmail how to reach the owner, or null
 * @param evidence what was seen, in words, redacted
 * @param due when it must be done, or null
 * @param answer the answer it rests on, or null
 * @param holder {@link Holding#key} of the holder, {@link Application#key} of the application or
 *     {@link Waiver#key} of the waiver concerned, or null
 * @param firstSeen when the first run began that reported it, or null when no run is known
 * @param waiver what it was accepted by, or null
 */
public record Finding(
    RuleInfo rule,
    Severity severity,
    FindingStatus status,
    @Nullable String token,
    @Nullable String endpoint,
    @Nullable String workspace,
    @Nullable String owner,
    @Nullable String ownerEmail,
    String evidence,
    @Nullable Instant due,
    @Nullable Answer answer,
    @Nullable String holder,
    @Nullable Instant firstSeen,
    @Nullable Waiver waiver) {
  public Finding {
    Objects.requireNonNull(rule);
    evidence = Redaction.mask(evidence);
  }

  /** A finding that nobody has accepted. */
  public Finding(
      RuleInfo rule,
      Severity severity,
      FindingStatus status,
      @Nullable String token,
      @Nullable String endpoint,
      @Nullable String workspace,
      @Nullable String owner,
      @Nullable String ownerEmail,
      String evidence,
      @Nullable Instant due,
      @Nullable Answer answer,
      @Nullable String holder,
      @Nullable Instant firstSeen) {
    this(
        rule,
        severity,
        status,
        token,
        endpoint,
        workspace,
        owner,
        ownerEmail,
        evidence,
        due,
        answer,
        holder,
        firstSeen,
        null);
  }

  /** The same finding, accepted; since when it is known stays. */
  public Finding waivedBy(Waiver acceptance) {
    return with(FindingStatus.WAIVED, firstSeen, acceptance);
  }

  /** The same finding as it stands against earlier runs; one that stays waived keeps its waiver. */
  public Finding as(FindingStatus otherStatus, @Nullable Instant otherFirstSeen) {
    return with(otherStatus, otherFirstSeen, otherStatus == FindingStatus.WAIVED ? waiver : null);
  }

  private Finding with(
      FindingStatus otherStatus, @Nullable Instant otherFirstSeen, @Nullable Waiver otherWaiver) {
    return new Finding(
        rule,
        severity,
        otherStatus,
        token,
        endpoint,
        workspace,
        owner,
        ownerEmail,
        evidence,
        due,
        answer,
        holder,
        otherFirstSeen,
        otherWaiver);
  }
}
