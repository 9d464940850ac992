package dev.patrol.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a probe brought back, or why there is nothing. Every endpoint has exactly one, and every
 * token one more for its identity probe.
 *
 * @param token the id of the token that was used
 * @param endpoint the id of the endpoint, or null for the token's identity probe
 * @param operation the documented operation that was called, or null when nothing was
 * @param meaning what the answer says
 * @param probe how it came about: {@code sent}, {@code shared}, {@code skipped-REASON} or {@code
 *     failed-REASON}
 * @param failure why nothing readable came back, or null
 * @param httpStatus HTTP status, or null when there was no response
 * @param code the vendor's code, which may be a word in OAuth answers; null when there was none
 * @param msg the vendor's message, redacted
 * @param logid the vendor's log id, or null
 * @param millis time taken in milliseconds, retries included, or null when nothing was sent
 */
public record Answer(
    String token,
    @Nullable String endpoint,
    @Nullable Operation operation,
    Meaning meaning,
    String probe,
    @Nullable Failure failure,
    @Nullable Integer httpStatus,
    @Nullable String code,
    @Nullable String msg,
    @Nullable String logid,
    @Nullable Long millis)
    implements OfToken {

  public Answer {
    Objects.requireNonNull(token);
    Objects.requireNonNull(meaning);
    Objects.requireNonNull(probe);
  }

  /** An answer to a question that was not asked. */
  public static Answer skipped(String token, @Nullable String endpoint, String reason) {
    return new Answer(
        token,
        endpoint,
        null,
        Meaning.NOT_ASKED,
        "skipped-" + reason,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Whether this is the token's identity probe. */
  public boolean identity() {
    return endpoint == null;
  }

  /** Whether a request was sent for it. */
  public boolean asked() {
    return meaning != Meaning.NOT_ASKED;
  }

  /**
   * Whether it shows that the token covers the workspace of the endpoint it answers. A call that
   * was let past the check of rights and failed later shows it only if the service could find the
   * resource.
   */
  public boolean provesWorkspace(Endpoint of) {
    return meaning == Meaning.ACCEPTED || (meaning.provesRight() && !of.resourceInDoubt());
  }

  /**
   * As {@link #provesWorkspace}, or the service speaks of something else than the token's rights.
   */
  public boolean clearsWorkspace(Endpoint of) {
    return provesWorkspace(of) || meaning == Meaning.QUOTA || meaning == Meaning.RISK_CONTROL;
  }

  /**
   * What the service said, for evidence, such as {@code HTTP 200, code 4101, "...", logid 2025...}.
   */
  public String inWords() {
    if (failure != null && httpStatus == null) {
      return "no answer (" + failure.id() + ")";
    }
    StringBuilder words = new StringBuilder("HTTP ").append(httpStatus);
    if (code != null) {
      words.append(", code ").append(code);
    }
    if (msg != null && !msg.isEmpty()) {
      words.append(", \"").append(msg).append('"');
    }
    if (logid != null) {
      words.append(", logid ").append(logid);
    }
    return words.toString();
  }
}
