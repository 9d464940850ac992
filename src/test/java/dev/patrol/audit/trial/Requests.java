package dev.patrol.audit.trial;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patrol.catalog.Catalog;
import dev.patrol.model.BodyType;
import dev.patrol.model.Operation;
import dev.patrol.model.SideEffect;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes faultless calls of documented operations. */
final class Requests {
  /** Ids that are decimal numbers, by the facts about the vendor's ids. */
  static final Set<String> NUMERIC =
      Set.of(
          "workspace_id",
          "space_id",
          "bot_id",
          "workflow_id",
          "dataset_id",
          "document_id",
          "conversation_id",
          "chat_id",
          "message_id",
          "file_id",
          "app_id");

  /** All operations whose points are documented, and that take an access token. */
  static final List<Operation> OPERATIONS =
      Catalog.standard().operations().stream()
          .filter(operation -> !operation.isOAuthFlow() && operation.pointsCertain())
          .toList();

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
  private static final Set<String> PLACES = Set.of("workspace_id", "space_id");
  private static final Set<String> NOT_ITS_OWN =
      Set.of("user_id", "connector_id", "enterprise_id", "organization_id", "receiver_user_id");

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("entity_type", "plugin"),
          Map.entry("benefit_type", "call_tool_limit"),
          Map.entry("folder_type", "development"),
          Map.entry("page_num", "1"),
          Map.entry("connector_id", "1024"),
          Map.entry("role", "user"),
          Map.entry("content_type", "text"),
          Map.entry("content", "hello"),
          Map.entry("audio_format", "wav"));

  private final TrialToken token;

  Requests(TrialToken token) {
    this.token = token;
  }

  static boolean isHarmless(Operation operation) {
    return operation.sideEffect() == SideEffect.NONE
        && operation.bodyType() != BodyType.MULTIPART
        && !operation.isWebSocket();
  }

  /** A call that is right in every respect, in the workspace. */
  TrialCall call(Operation operation, TrialWorkspace place) {
    String origin =
        operation.isWebSocket()
            ? "wss://" + token.site.webSocketHost()
            : "https://" + token.site.apiHost();
    TrialCall call = new TrialCall(nextId(), operation, place, origin);
    Matcher variables = VARIABLE.matcher(operation.path());
    while (variables.find()) {
      call.inPath.put(variables.group(1), value(call, variables.group(1)));
    }
    operation.requiredQuery().forEach(name -> call.inQuery.put(name, value(call, name)));
    if (operation.bodyType() == BodyType.JSON) {
      ObjectNode fields = JsonNodeFactory.instance.objectNode();
      operation.requiredBody().forEach(name -> put(call, fields, name));
      call.fields = fields;
    }
    return call;
  }

  String nextId() {
    return token.id + "-e" + token.calls.size();
  }

  private String value(TrialCall call, String name) {
    if (PLACES.contains(name)) {
      return call.place.id;
    }
    if (name.equals("enterprise_id")) {
      return "volcano_2100000001";
    }
    if (name.endsWith("_id") && !name.equals("connector_id")) {
      String id = "76%08d%09d".formatted(token.seed, ++token.made);
      if (call.resource == null && !NOT_ITS_OWN.contains(name)) {
        call.resource = id;
      }
      return id;
    }
    if (name.equals("ids")) {
      return "76%08d%09d".formatted(token.seed, ++token.made);
    }
    return WORDS.getOrDefault(name, "trial-" + ++token.made);
  }

  private void put(TrialCall call, ObjectNode fields, String name) {
    switch (name) {
      case "parameters", "arguments", "chunk_strategy" -> fields.putObject(name);
      case "collaborators",
          "additional_messages",
          "configs",
          "tool_outputs",
          "data",
          "document_bases",
          "benefit_info",
          "organization_people" ->
          fields.putArray(name).addObject().put("key", "trial-" + ++token.made);
      default -> {
        if (name.endsWith("s")) {
          fields.putArray(name).add("76%08d%09d".formatted(token.seed, ++token.made));
        } else {
          fields.put(name, value(call, name));
        }
      }
    }
  }
}
