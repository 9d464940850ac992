package dev.patrol.probe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a JSON answer that say how a call went, in whichever of the vendor's shapes.
 *
 * @param code digits, or a word in OAuth answers; null when there is none
 * @param msg the message, or null
 * @param logid the log id in {@code detail}, or null
 * @param success whether it holds what only a success does, for the few that have no code
 */
record Envelope(
    @Nullable String code, @Nullable String msg, @Nullable String logid, boolean success) {
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(64).maxNumberLength(64).build())
              .build());

  private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

  // workflow-run with is_async; the OAuth token and device endpoints; document-list; all others.
  private static final List<String> SUCCESS =
      List.of("execute_id", "access_token", "device_code", "document_infos", "data");

  /** What {@link #of} looks at besides {@link #SUCCESS}. */
  private static final Set<String> LOOKED_AT =
      Set.of(
          "code",
          "msg",
          "detail",
          "error_code",
          "error",
          "last_error",
          "error_message",
          "error_description",
          "event_type");

  /** Reads a JSON object; nothing when the text is something else. */
  static Optional<Envelope> parse(String text) {
    String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (JsonParser parser = JSON.createParser(json)) {
      JsonNode outline = outline(parser);
      boolean event = outline != null && isEvent(outline);
      return Optional.ofNullable(event ? JSON.readTree(json) : outline).map(Envelope::of);
    } catch (IOException e) {
      // Its message would quote the answer; that it is not JSON is all that matters.
      return Optional.empty();
    }
  }

  /**
   * The object without what nobody looks at: most of an answer is data, of which only its presence
   * matters. Null when the text is something else.
   */
  private static @Nullable ObjectNode outline(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return null;
    }
    ObjectNode root = JSON.createObjectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (LOOKED_AT.contains(name)) {
        root.set(name, parser.readValueAsTree());
      } else {
        parser.skipChildren();
        if (SUCCESS.contains(name)) {
          root.put(name, value == JsonToken.VALUE_NULL ? null : Boolean.TRUE);
        }
      }
    }
    return parser.nextToken() == null ? root : null;
  }

  private static boolean isEvent(JsonNode root) {
    return "error".equals(text(root.path("event_type")));
  }

  private static Envelope of(JsonNode root) {
    String logid = text(root.path("detail").path("logid"));
    // The form of an error event on a WebSocket.
    boolean event = isEvent(root);
    JsonNode body = event ? root.path("data") : root;
    String code = digits(body.path("code"));
    if (code != null) {
      return new Envelope(code, text(body.path("msg")), logid, false);
    }
    String error = first(code(body.path("error_code")), code(body.path("error")));
    JsonNode last = body.path("last_error");
    if (error == null && last.isObject()) {
      return new Envelope(digits(last.path("code")), text(last.path("msg")), logid, false);
    }
    String msg =
        first(
            first(text(body.path("error_message")), text(body.path("error_description"))),
            text(body.path("msg")));
    boolean success = !event && error == null && SUCCESS.stream().anyMatch(root::hasNonNull);
    return new Envelope(error, msg, logid, success);
  }

  private static @Nullable String code(JsonNode node) {
    String digits = digits(node);
    String text = text(node);
    return digits != null || text == null || !WORD.matcher(text).matches() ? digits : text;
  }

  private static @Nullable String digits(JsonNode node) {
    String text = node.isIntegralNumber() ? node.asText() : text(node);
    return text != null && DIGITS.matcher(text).matches() ? text : null;
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.textValue().strip() : null;
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one != null ? one : other;
  }
}
