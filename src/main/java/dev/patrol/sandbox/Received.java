package dev.patrol.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A call that the sandbox got.
 *
 * @param method its HTTP method
 * @param host its Host header, lower case
 * @param path its path, without the query, and without anything that looks like a token
 * @param operation the catalog's id of the operation it asked for, or null
 * @param token the world's name of the token it came with, or null; never a value
 * @param answer how it was answered: a recorded answer or a {@code Manner}, such as {@code reset}
 */
public record Received(
    String method,
    String host,
    String path,
    @Nullable String operation,
    @Nullable String token,
    String answer) {}
