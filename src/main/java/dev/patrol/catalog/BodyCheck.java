package dev.patrol.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patrol.model.Operation;
import dev.patrol.model.Parameters;
import java.util.Set;

/** Holds the top-level fields of a JSON body against what an operation asks for. */
final class BodyCheck {
  /**
   * Required objects in which every entry is optional: a workflow or tool may take no input, and a
   * chunk strategy has defaults.
   */
  private static final Set<String> MAY_HOLD_NOTHING =
      Set.of("parameters", "arguments", "chunk_strategy");

  private BodyCheck() {}

  /** What is wrong with the fields; of a body that is not an object nothing is known. */
  static Parameters check(Operation operation, JsonBody body) {
    if (body.problem() != null) {
      return Parameters.fine();
    }
    ParameterFaults faults = new ParameterFaults();
    for (String name : operation.requiredBody()) {
      JsonNode value = body.content().path(name);
      if (value.isMissingNode()) {
        faults.missing(name);
      } else if (isEmpty(name, value)) {
        faults.empty(name);
      } else {
        judge(name, value, faults);
      }
    }
    body.content()
        .properties()
        .forEach(
            field -> {
              if (ResourceIds.isNumeric(field.getKey()) && !isEmpty("", field.getValue())) {
                judge(field.getKey(), field.getValue(), faults);
              }
            });
    return faults.toParameters();
  }

  private static boolean isEmpty(String name, JsonNode value) {
    return value.isNull()
        || (value.isTextual() && value.textValue().isBlank())
        || (value.isArray() && value.isEmpty())
        || (value.isObject() && value.isEmpty() && !MAY_HOLD_NOTHING.contains(name));
  }

  private static void judge(String name, JsonNode value, ParameterFaults faults) {
    if (value.isTextual()) {
      faults.judge(name, value.textValue());
    } else if (value.isArray() && ResourceIds.isList(name)) {
      value.forEach(element -> judge(name, element, faults));
    } else if (ResourceIds.isNumeric(name) && !value.isIntegralNumber()) {
      faults.notNumeric(name);
    }
  }
}
