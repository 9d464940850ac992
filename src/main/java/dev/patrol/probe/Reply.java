package dev.patrol.probe;

import dev.patrol.model.Failure;
import dev.patrol.model.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * What one request brought back, whomever it answers for. Texts are redacted.
 *
 * @param meaning what it says
 * @param failure why it cannot be read, or null
 * @param httpStatus HTTP status, or null when there was no response
 * @param code the vendor's code, or null
 * @param msg the vendor's message, or null
 * @param logid the vendor's log id, or null
 */
public record Reply(
    Meaning meaning,
    @Nullable Failure failure,
    @Nullable Integer httpStatus,
    @Nullable String code,
    @Nullable String msg,
    @Nullable String logid) {

  /** No response, or one that broke off. */
  static Reply failed(Failure failure) {
    return new Reply(Meaning.SERVICE, failure, null, null, null, null);
  }

  /** Whether it speaks for a host that is down rather than for a request that is refused. */
  boolean blamesHost() {
    return failure != null
        && (failure != Failure.UNREADABLE || httpStatus == null || httpStatus >= 500);
  }
}
