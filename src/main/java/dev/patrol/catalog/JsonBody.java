package dev.patrol.catalog;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * A request body read as JSON.
 *
 * @param content the JSON value; missing when the text is blank or is not JSON
 * @param problem why the text is not one JSON object, or null
 */
record JsonBody(JsonNode content, @Nullable String problem) {
  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();
  private static final JsonNode NOTHING = READER.createArrayNode().path(0);

  /** Reads a body; a missing or blank one is no problem here. */
  static JsonBody of(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return new JsonBody(NOTHING, null);
    }
    try {
      JsonNode content = READER.readTree(text);
      return new JsonBody(
          content, content.isObject() ? null : "expected a JSON object, got " + kind(content));
    } catch (JsonProcessingException e) {
      return new JsonBody(NOTHING, problem(e));
    }
  }

  /** A text field of the object, or null. */
  @Nullable String text(String field) {
    JsonNode value = content.path(field);
    return value.isTextual() ? value.textValue() : null;
  }

  // The parser's own messages quote the body, which may hold a secret.
  private static String problem(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    String place =
        location == null
            ? ""
            : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    return "not JSON" + place + detail(e);
  }

  private static String detail(JsonProcessingException e) {
    if (e instanceof MismatchedInputException) {
      return ": more text after the value";
    }
    if (e instanceof StreamConstraintsException) {
      return ": nested too deep, or a value too long";
    }
    String message = e.getOriginalMessage();
    boolean duplicate = message != null && message.startsWith("Duplicate");
    return duplicate ? ": a field stands there twice" : "";
  }

  private static String kind(JsonNode content) {
    return switch (content.getNodeType()) {
      case ARRAY -> "an array";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      default -> "null";
    };
  }
}
