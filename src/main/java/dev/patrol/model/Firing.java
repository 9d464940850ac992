package dev.patrol.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One time that a rule fired.
 *
 * @param rule the rule
 * @param token id of the token it fired for, or null in a round without one
 * @param endpoint id of the endpoint it fired for, or null when its conditions name none
 */
public record Firing(RuleInfo rule, @Nullable String token, @Nullable String endpoint) {
  public Firing {
    Objects.requireNonNull(rule);
  }
}
