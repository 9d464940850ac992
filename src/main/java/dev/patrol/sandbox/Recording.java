package dev.patrol.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One recorded answer of the service: status, headers and body, with the log id it had.
 *
 * @param name the recording's name, such as {@code err-4102-risk-control}
 * @param status HTTP status
 * @param headers HTTP headers
 * @param body the body: an object for JSON, a text for anything else
 */
record Recording(String name, int status, Map<String, String> headers, JsonNode body) {
  private static final String LOG_ID = "X-Tt-Logid";

  static Recording of(String name, JsonNode file) {
    Map<String, String> headers = new TreeMap<>();
    file.path("headers").properties().forEach(e -> headers.put(e.getKey(), e.getValue().asText()));
    return new Recording(name, file.path("status").asInt(), headers, file.path("body"));
  }

  /** The answer under another log id. */
  Reply reply(String logid) {
    return reply(logid, body -> {});
  }

  /** The answer under another log id, after a change to its JSON body. */
  Reply reply(String logid, Consumer<ObjectNode> change) {
    Map<String, String> sent = new TreeMap<>(headers);
    if (sent.containsKey(LOG_ID)) {
      sent.put(LOG_ID, logid);
    }
    return new Reply(name, status, sent, text(logid, change), Manner.WHOLE);
  }

  /** The answer with a part of its message replaced, such as the id it names. */
  Reply replyNaming(String logid, String recorded, String actual) {
    return reply(
        logid, body -> body.put("msg", body.path("msg").asText().replace(recorded, actual)));
  }

  private String text(String logid, Consumer<ObjectNode> change) {
    if (!(body instanceof ObjectNode recorded)) {
      return body.asText();
    }
    ObjectNode copy = recorded.deepCopy();
    if (copy.get("detail") instanceof ObjectNode detail && detail.has("logid")) {
      detail.put("logid", logid);
    }
    change.accept(copy);
    return copy.toString();
  }
}
