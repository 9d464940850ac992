package dev.patrol.probe;

import org.jspecify.annotations.Nullable;

/**
 * What became of one planned request in the end.
 *
 * @param reply what it brought back
 * @param millis milliseconds it took, retries included, or null when nothing was sent
 * @param sent how many tries to send it have left; what the HTTP client repeats by itself on a dead
 *     connection counts once, so that equal runs give equal numbers
 */
public record Outcome(Reply reply, @Nullable Long millis, int sent) {}
