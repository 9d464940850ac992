package dev.patrol.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a rule reports about a token, an endpoint or a workspace.
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
    @Nullable Answer answer) {
  public Finding {
    Objects.requireNonNull(rule);
    evidence = Redaction.mask(evidence);
  }
}
