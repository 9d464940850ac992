package dev.patrol.model;

import org.jspecify.annotations.Nullable;

/**
 * A conclusion: a rule found that an endpoint, or all endpoints of a token, fail a step of the
 * guide.
 *
 * @param token the token's id
 * @param endpoint the endpoint's id, or null when the token as a whole is meant
 * @param cause the step
 */
public record Failed(String token, @Nullable String endpoint, Cause cause) implements OfToken {}
