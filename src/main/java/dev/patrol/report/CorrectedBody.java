package dev.patrol.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patrol.facts.SafeBody;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Operation;
import dev.patrol.model.Parameters;
import dev.patrol.model.Redaction;
import dev.patrol.report.Correction.Part;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The body of an endpoint's request as it should be.
 *
 * @param contentType the Content-Type to send, or null for none
 * @param text the body to send, or null for none
 * @param form the fields of a form to send; empty when it is none
 */
record CorrectedBody(@Nullable String contentType, @Nullable String text, List<String> form) {
  private static final String JSON = "application/json";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  CorrectedBody {
    form = List.copyOf(form);
  }

  /** The body for an operation; for none, as it is configured. */
  static CorrectedBody of(Endpoint endpoint, @Nullable Operation operation, CorrectionNotes notes) {
    String body = Objects.requireNonNullElse(endpoint.body(), "");
    boolean hasBody = !body.isBlank();
    if (operation == null) {
      String type = endpoint.mediaType();
      return hasBody && !endpoint.method().equals("WS")
          ? new CorrectedBody(type == null ? JSON : type, SafeText.of(SafeBody.of(body)), List.of())
          : new CorrectedBody(null, null, List.of());
    }
    return switch (operation.bodyType()) {
      case NONE -> {
        if (hasBody) {
          notes.changed(Part.BODY_LEFT_OUT, "");
        }
        yield new CorrectedBody(null, null, List.of());
      }
      case MULTIPART -> {
        checkType(endpoint, "multipart/form-data", notes);
        if (hasBody) {
          notes.changed(Part.BODY, "");
        }
        operation.requiredBody().forEach(notes::placeholder);
        yield new CorrectedBody(null, null, operation.requiredBody());
      }
      case JSON -> {
        checkType(endpoint, JSON, notes);
        String text = json(endpoint, operation, notes);
        yield new CorrectedBody(text == null ? null : JSON, text, List.of());
      }
    };
  }

  /** The texts and whole numbers among the fields of a body that is a JSON object, by name. */
  static Map<String, String> fields(Endpoint endpoint) {
    Map<String, String> fields = new TreeMap<>();
    ObjectNode object = object(endpoint.body());
    if (object != null) {
      object
          .properties()
          .forEach(
              field -> {
                JsonNode value = field.getValue();
                if (value.isTextual() || value.isIntegralNumber()) {
                  fields.put(field.getKey(), value.asText().strip());
                }
              });
    }
    return fields;
  }

  private static void checkType(Endpoint endpoint, String expected, CorrectionNotes notes) {
    String configured = endpoint.contentType();
    if (configured != null
        && !configured.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(expected)) {
      notes.changed(Part.CONTENT_TYPE, expected);
    }
  }

  private static @Nullable String json(
      Endpoint endpoint, Operation operation, CorrectionNotes notes) {
    String body = Objects.requireNonNullElse(endpoint.body(), "");
    if (body.isBlank() && operation.requiredBody().isEmpty()) {
      return null;
    }
    String safe = body.isBlank() ? "{}" : SafeText.of(SafeBody.of(body));
    ObjectNode read = endpoint.bodyProblem() == null ? object(safe) : null;
    if (read == null) {
      notes.changed(Part.BODY, "");
    }
    ObjectNode right = read == null ? MAPPER.createObjectNode() : read;
    boolean asConfigured = read != null;
    for (String name : wrong(endpoint.inBody(), operation, right)) {
      asConfigured = false;
      set(right, name, notes);
      if (read != null) {
        notes.changed(Part.FIELD, name);
      }
    }
    for (Map.Entry<String, JsonNode> field : List.copyOf(right.properties())) {
      if (field.getValue().asText().equals(Redaction.MARK)) {
        asConfigured = false;
        right.put(field.getKey(), notes.placeholder(field.getKey()));
      }
    }
    return asConfigured ? safe : right.toString();
  }

  private static Set<String> wrong(Parameters inBody, Operation operation, ObjectNode object) {
    Set<String> wrong = new LinkedHashSet<>();
    for (String name : operation.requiredBody()) {
      JsonNode value = object.path(name);
      boolean empty =
          value.isMissingNode()
              || value.isNull()
              || (value.isTextual() && value.textValue().isBlank())
              || (value.isArray() && value.isEmpty());
      if (empty) {
        wrong.add(name);
      }
    }
    wrong.addAll(inBody.missing());
    wrong.addAll(inBody.empty());
    wrong.addAll(inBody.unfilled());
    wrong.addAll(inBody.notNumeric());
    return wrong;
  }

  private static void set(ObjectNode object, String name, CorrectionNotes notes) {
    if (name.equals("ids") || name.endsWith("_ids")) {
      object.putArray(name).add(notes.placeholder(name));
    } else {
      object.put(name, notes.value(name));
    }
  }

  private static @Nullable ObjectNode object(@Nullable String body) {
    if (body == null || body.isBlank()) {
      return null;
    }
    try {
      return MAPPER.readTree(body) instanceof ObjectNode object ? object : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
