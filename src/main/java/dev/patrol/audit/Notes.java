package dev.patrol.audit;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Records as the JSON that journals keep. */
final class Notes {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(JsonInclude.Value.construct(NON_NULL, NON_NULL))
          .build();

  private Notes() {}

  static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record is always JSON", e);
    }
  }

  /** A whole number in an object; -1 when there is none. */
  static int field(String json, String name) {
    try {
      return JSON.readTree(json).path(name).asInt(-1);
    } catch (JsonProcessingException e) {
      return -1;
    }
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      // Its message quotes the text.
      throw new IllegalStateException("the journal is of another version of Patrol");
    }
  }
}
