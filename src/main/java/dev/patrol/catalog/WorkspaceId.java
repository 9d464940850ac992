package dev.patrol.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patrol.model.Address;
import dev.patrol.model.Operation;
import dev.patrol.model.PercentCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the workspace that a request names itself. */
final class WorkspaceId {
  /** The newer and the older name of the same id. */
  private static final List<String> NAMES = List.of("workspace_id", "space_id");

  private WorkspaceId() {}

  /** The id in the path, else in the query, else in the body; null when it is not a number. */
  static @Nullable String find(
      Operation operation, List<String> segments, Address address, JsonBody body) {
    if (operation.isOAuthFlow()) {
      return null;
    }
    String found = inPath(operation, segments);
    found = found == null ? inQuery(address) : found;
    return found == null ? inBody(body) : found;
  }

  /** The id in the query, or null. */
  static @Nullable String inQuery(Address address) {
    for (Address.QueryParameter parameter : address.query()) {
      String value = parameter.decodedValue().strip();
      if (NAMES.contains(QueryCheck.name(parameter)) && ResourceIds.isDecimal(value)) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable String inPath(Operation operation, List<String> segments) {
    List<String> template = PathTemplate.of(operation.path()).segments();
    for (int i = 0; i < template.size(); i++) {
      String segment = template.get(i);
      String value = PercentCode.decode(segments.get(i));
      if (PathTemplate.isVariable(segment)
          && NAMES.contains(PathTemplate.name(segment))
          && ResourceIds.isDecimal(value)) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable String inBody(JsonBody body) {
    for (String name : NAMES) {
      JsonNode value = body.content().path(name);
      String text = value.isIntegralNumber() || value.isTextual() ? value.asText().strip() : "";
      if (ResourceIds.isDecimal(text)) {
        return text;
      }
    }
    return null;
  }
}
