package dev.patrol.cases;

import dev.patrol.model.Answer;
import dev.patrol.model.AnswerMeanings;
import dev.patrol.model.Failure;
import dev.patrol.model.Meaning;
import dev.patrol.model.Operation;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a case gives it: what came over the wire, or why nothing did.
 *
 * @param status HTTP status; null when it is not given
 * @param code the vendor's code, or null
 * @param msg the vendor's message
 * @param logid the vendor's log id, or null
 * @param failure why nothing readable came back, or null
 * @param skipped why nothing was sent, or null
 * @param shared whether the answer is that to another endpoint's equal request
 * @param millis time taken, in milliseconds
 * @param operation id of the operation that was called, when it is not the one that the facts tell
 */
record GivenAnswer(
    @Nullable Integer status,
    @Nullable String code,
    String msg,
    @Nullable String logid,
    @Nullable Failure failure,
    @Nullable String skipped,
    boolean shared,
    @Nullable String operation,
    long millis) {
  private static final String LOGID = "20261122100000A1B2C3D4E5F60718293A";
  private static final long MILLIS = 3;
  private static final Set<String> REASON =
      Set.of(
          "offline",
          "no-secret",
          "never",
          "websocket",
          "oauth-flow",
          "unreadable-url",
          "host",
          "self-hosted",
          "unknown-operation",
          "side-effect",
          "multipart",
          "body-unknown",
          "secret-in-url",
          "secret-in-body",
          "token-cap",
          "run-cap");

  /** A success. */
  static final GivenAnswer ACCEPTED =
      new GivenAnswer(200, "0", "", LOGID, null, null, false, null, MILLIS);

  /** Nothing was sent. */
  static GivenAnswer skipped(String reason) {
    return new GivenAnswer(null, null, "", null, null, reason, false, null, MILLIS);
  }

  static GivenAnswer read(Keys keys) {
    GivenAnswer answer =
        new GivenAnswer(
            keys.value("status", "an HTTP status such as 200", GivenAnswer::status, null),
            keys.value("code", "a code such as 4101", text -> text, null),
            msg(keys),
            logid(keys),
            keys.value("failure", "one of " + failures(), GivenAnswer::failure, null),
            keys.value("skipped", "a reason such as offline", GivenAnswer::reason, null),
            keys.flag("shared", false),
            keys.text("operation"),
            Objects.requireNonNullElse(
                keys.value(
                    "millis", "a time in milliseconds such as 200", GivenAnswer::millis, null),
                MILLIS));
    keys.finish();
    return answer;
  }

  private static String msg(Keys keys) {
    String msg = keys.text("msg");
    return msg == null ? "" : msg;
  }

  private static @Nullable String logid(Keys keys) {
    return keys.has("logid") ? keys.text("logid") : LOGID;
  }

  private static long millis(String text) {
    long millis = Long.parseLong(text);
    if (millis < 0) {
      throw new IllegalArgumentException(text);
    }
    return millis;
  }

  private static Integer status(String text) {
    int status = Integer.parseInt(text);
    if (status < 100 || status > 599) {
      throw new IllegalArgumentException(text);
    }
    return status;
  }

  private static Failure failure(String text) {
    return Arrays.stream(Failure.values())
        .filter(value -> value.id().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static String failures() {
    return Arrays.stream(Failure.values()).map(Failure::id).collect(Collectors.joining(", "));
  }

  private static String reason(String text) {
    if (!REASON.contains(text)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  /**
   * The answer with its meaning.
   *
   * @param endpoint the endpoint's id, or null for the identity probe
   * @param called the operation that was called, or null
   */
  Answer answer(
      String token, @Nullable String endpoint, @Nullable Operation called, AnswerMeanings codes) {
    if (skipped != null) {
      Answer none = Answer.skipped(token, endpoint, skipped);
      return msg.isEmpty()
          ? none
          : new Answer(
              token,
              endpoint,
              null,
              none.meaning(),
              none.probe(),
              null,
              null,
              null,
              msg,
              null,
              null);
    }
    boolean responded = failure == null || status != null;
    Integer http = responded && status == null ? Integer.valueOf(200) : status;
    return new Answer(
        token,
        endpoint,
        called,
        meaning(http, codes),
        failure != null ? "failed-" + failure.id() : shared ? "shared" : "sent",
        failure,
        http,
        failure == null ? code : null,
        responded ? msg : null,
        responded ? logid : null,
        millis);
  }

  private Meaning meaning(@Nullable Integer http, AnswerMeanings codes) {
    if (http == null) {
      return Meaning.SERVICE;
    }
    if (failure == null) {
      return codes.of(http, code, msg);
    }
    Meaning meaning = codes.of(http, null, null);
    // A page that is no answer of the API accepts nothing, whatever its status.
    return meaning == Meaning.ACCEPTED ? Meaning.SERVICE : meaning;
  }
}
