package dev.patrol.rules;

import dev.patrol.model.RuleInfo;
import org.jspecify.annotations.Nullable;

/** A rule threw or did not come to an end: a failure of the tool, not a finding. */
public final class RuleFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RuleFailure(@Nullable RuleInfo rule, String message, @Nullable Throwable cause) {
    super(
        rule == null
            ? "a rule's condition failed: " + message
            : "%s:%d: rule %s: %s".formatted(rule.file(), rule.line(), rule.id(), message),
        cause);
  }
}
