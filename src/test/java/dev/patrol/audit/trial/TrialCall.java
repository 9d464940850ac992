package dev.patrol.audit.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patrol.model.Cause;
import dev.patrol.model.Operation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One endpoint of a trial: a call of a documented operation, and what is wrong with its form. */
final class TrialCall {
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  final String id;
  final Operation operation;
  final TrialWorkspace place;

  String method;
  String origin;
  String template;

  /** The id of the called resource, or null when it is called by no id of its own. */
  @Nullable String resource;

  final Map<String, String> inPath = new LinkedHashMap<>();
  final Map<String, String> inQuery = new LinkedHashMap<>();
  @Nullable ObjectNode fields;

  /** A body that stands in the place of the fields, or null. */
  @Nullable String rawBody;

  String authorization = "";
  String contentType = "";
  String workspaceCell = "";
  String probe = "";

  /** Whether method and path still are those of the operation. */
  boolean operationKnown = true;

  /** Whether an id is missing or wrong, which alone could make the service refuse. */
  boolean idInDoubt;

  /** What is wrong with the call as it is configured, by what the faults say of themselves. */
  final Set<Cause> formFaults = EnumSet.noneOf(Cause.class);

  TrialCall(String id, Operation operation, TrialWorkspace place, String origin) {
    this.id = id;
    this.operation = operation;
    this.place = place;
    this.origin = origin;
    method = operation.method();
    template = operation.path();
  }

  /** An equal call under another name. */
  TrialCall copy(String otherId) {
    TrialCall copy = new TrialCall(otherId, operation, place, origin);
    copy.inPath.putAll(inPath);
    copy.inQuery.putAll(inQuery);
    copy.fields = fields == null ? null : fields.deepCopy();
    copy.resource = resource;
    copy.workspaceCell = workspaceCell;
    return copy;
  }

  String path() {
    return VARIABLE
        .matcher(template)
        .replaceAll(
            match -> Matcher.quoteReplacement(inPath.getOrDefault(match.group(1), match.group())));
  }

  String url() {
    String query =
        inQuery.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("&"));
    return origin + path() + (query.isEmpty() ? "" : "?" + query);
  }

  String body() {
    return rawBody != null ? rawBody : fields == null ? "" : fields.toString();
  }

  /** Equal for calls that are one request. */
  String request() {
    return method + " " + url() + " " + contentType + " " + body();
  }

  /** All plain values of the request, path before query before body. */
  List<String> values() {
    List<String> values = new ArrayList<>(inPath.values());
    values.addAll(inQuery.values());
    if (fields != null && rawBody == null) {
      fields.forEach(
          field -> {
            if (field.isValueNode()) {
              values.add(field.asText());
            }
          });
    }
    return values;
  }

  /** Whether the service can tell from the request in which workspace the resource lives. */
  boolean namesPlace() {
    return values().stream().anyMatch(value -> value.equals(place.id) || value.equals(resource));
  }

  /** Whether the inventory tells it: by its cell, or by an id in the request. */
  boolean placeDeclared() {
    return !workspaceCell.isEmpty()
        || (operationKnown
            ? values().contains(place.id)
            : inQuery.values().stream().anyMatch(place.id::equals));
  }

  boolean isWebSocket() {
    return operation.isWebSocket();
  }

  boolean asksForWorkspace() {
    return operation.needsWorkspace();
  }

  @Override
  public String toString() {
    return "%s %s %s %s auth=[%s] body=%s type=%s cell=%s probe=%s form=%s in %s"
        .formatted(
            id,
            operation.id(),
            method,
            url(),
            authorization,
            body(),
            contentType,
            workspaceCell,
            probe,
            formFaults,
            place.id);
  }
}
