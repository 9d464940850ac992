package dev.patrol.probe;

import java.time.Duration;
import java.util.Optional;

/**
 * How one try to send a request went.
 *
 * @param reply what it brought back
 * @param sent whether any part of the request may have left
 * @param retryAfter how long the service asked to wait, at most {@link RetryAfter#LONGEST}
 */
record Attempt(Reply reply, boolean sent, Optional<Duration> retryAfter) {}
