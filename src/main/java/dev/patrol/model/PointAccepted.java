package dev.patrol.model;

import org.jspecify.annotations.Nullable;

/**
 * A conclusion: the token holds this permission point, for a call that needs it was let through.
 *
 * @param token the token's id
 * @param point the permission point
 * @param endpoint the endpoint whose call it was, or null for the identity probe
 */
public record PointAccepted(String token, String point, @Nullable String endpoint)
    implements OfToken {}
