package dev.patrol.sandbox;

import dev.patrol.model.Address;
import dev.patrol.model.Operation;
import dev.patrol.model.PercentCode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The named values of a call, path before query before body: the ids it is about. */
final class Ids {
  private Ids() {}

  /** By name, in the order in which the service looks at them. */
  static Map<String, String> of(Call call, Operation operation) {
    Map<String, String> ids = new LinkedHashMap<>();
    Address address = call.address();
    String[] template = operation.path().split("/", -1);
    String[] path = address.path().split("/", -1);
    for (int i = 0; i < Math.min(template.length, path.length); i++) {
      if (template[i].startsWith("{") && template[i].endsWith("}")) {
        ids.put(template[i].substring(1, template[i].length() - 1), PercentCode.decode(path[i]));
      }
    }
    for (Address.QueryParameter parameter : address.query()) {
      ids.putIfAbsent(parameter.decodedName(), parameter.decodedValue());
    }
    Json.object(call.body())
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                ids.putIfAbsent(field.getKey(), field.getValue().asText());
              }
            });
    return Collections.unmodifiableMap(ids);
  }
}
