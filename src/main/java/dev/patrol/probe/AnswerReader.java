package dev.patrol.probe;

import dev.patrol.model.AnswerMeanings;
import dev.patrol.model.Failure;
import dev.patrol.model.Meaning;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the service said out of a response, whatever it looks like. */
final class AnswerReader {
  private static final String EVENTS = "text/event-stream";

  private final AnswerMeanings meanings;
  private final ReplyText texts;
  private final int status;
  private final @Nullable String logid;

  /**
   * A reader for one response.
   *
   * @param meanings looks up codes
   * @param traces the token that was sent, which a service may send back
   * @param status the HTTP status
   * @param logid the log id from the header, or null
   */
  AnswerReader(AnswerMeanings meanings, SecretTraces traces, int status, @Nullable String logid) {
    this.meanings = meanings;
    this.texts = new ReplyText(traces);
    this.status = status;
    this.logid = logid;
  }

  /** Whether a response of that type and status is a success without being read. */
  static boolean isSound(int status, String mediaType) {
    return isSuccess(status) && mediaType.startsWith("audio/");
  }

  static boolean isEventStream(String mediaType) {
    return mediaType.equals(EVENTS);
  }

  /**
   * Reads a response's text.
   *
   * @param mediaType the content type in lower case, without parameters
   */
  Reply read(String mediaType, String text) {
    if (isEventStream(mediaType)) {
      EventStream stream = EventStream.parse(text);
      if (!stream.events().isEmpty()) {
        return stream.error().map(this::failedStream).orElseGet(this::liveStream);
      }
    }
    Optional<Envelope> envelope = Envelope.parse(text);
    if (envelope.isEmpty()) {
      return unreadable(null);
    }
    Envelope answer = envelope.get();
    if (answer.code() == null && answer.success() && isSuccess(status)) {
      return reply(Meaning.ACCEPTED, null, answer);
    }
    return answer.code() == null ? unreadable(answer) : coded(answer);
  }

  /** A success that is not made of text. */
  Reply accepted() {
    return new Reply(Meaning.ACCEPTED, null, status, null, null, texts.name(logid));
  }

  /** A response that is not an answer of the API; its status may still tell something. */
  Reply unreadable() {
    return unreadable(null);
  }

  private Reply liveStream() {
    return isSuccess(status) ? accepted() : unreadable(null);
  }

  private Reply failedStream(Envelope error) {
    return error.code() == null || error.code().equals("0") ? unreadable(error) : coded(error);
  }

  private Reply coded(Envelope answer) {
    String code = texts.name(answer.code());
    return reply(meanings.of(status, code, texts.message(answer.msg())), null, answer);
  }

  private Reply unreadable(@Nullable Envelope answer) {
    Meaning meaning = meanings.of(status, null, null);
    // Whoever answers 200 with a page of a proxy has not accepted anything.
    Meaning kept =
        meaning == Meaning.ACCEPTED || meaning == Meaning.NOT_ASKED ? Meaning.SERVICE : meaning;
    return reply(
        kept, Failure.UNREADABLE, answer == null ? new Envelope(null, null, null, false) : answer);
  }

  private Reply reply(Meaning meaning, @Nullable Failure failure, Envelope answer) {
    return new Reply(
        meaning,
        failure,
        status,
        failure == null ? texts.name(answer.code()) : null,
        texts.message(answer.msg()),
        texts.name(logid != null ? logid : answer.logid()));
  }

  private static boolean isSuccess(int status) {
    return status >= 200 && status < 300;
  }
}
