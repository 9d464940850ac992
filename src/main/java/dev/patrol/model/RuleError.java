package dev.patrol.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule that threw or did not come to an end: a failure of the tool, not a finding.
 *
 * @param rule the rule
 * @param token id of the token that was judged without it, or null in a round without one
 * @param message what went wrong, redacted
 */
public record RuleError(RuleInfo rule, @Nullable String token, String message) {
  public RuleError {
    Objects.requireNonNull(rule);
    message = Redaction.mask(message);
  }
}
