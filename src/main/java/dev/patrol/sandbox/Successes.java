package dev.patrol.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patrol.model.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What success looks like, with the ids that were asked for. */
final class Successes {
  private static final String JSON = "application/json; charset=utf-8";
  private static final int DEFAULT_PAGE = 20;

  private final World world;
  private final Recordings recordings;
  private final Map<String, String> recordingByOperation = new HashMap<>();

  Successes(World world, Recordings recordings) {
    this.world = world;
    this.recordings = recordings;
    for (String line : Recordings.lines("successes.properties")) {
      int equals = line.indexOf('=');
      recordingByOperation.put(line.substring(0, equals), line.substring(equals + 1));
    }
  }

  Reply reply(Operation operation, Map<String, String> ids, TokenTruth token, String logid) {
    if (operation.id().equals("bot-get") && "false".equals(ids.get("is_published"))) {
      return recordings.get("ok-bot-get-draft").reply(logid, body -> echo(body, ids));
    }
    String recording = recordingByOperation.get(operation.id());
    if (recording == null) {
      return envelope(operation, ids, logid);
    }
    return recordings
        .get(recording)
        .reply(
            logid,
            body -> {
              switch (operation.id()) {
                case "workspace-list" -> list(body, ids, token);
                case "benefit-get" ->
                    ((ObjectNode) body.at("/data/basic_info"))
                        .put("user_level", world.account(token.account()).edition());
                case "chat-retrieve" -> name(body, ids.get("chat_id"));
                case "conversation-retrieve" -> name(body, ids.get("conversation_id"));
                default -> {}
              }
              echo(body, ids);
            });
  }

  private static Reply envelope(Operation operation, Map<String, String> ids, String logid) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("code", 0).put("msg", "");
    ObjectNode data = body.putObject("data");
    ids.forEach(
        (name, value) -> {
          if (name.endsWith("_id")) {
            data.put(name, value);
          }
        });
    body.putObject("detail").put("logid", logid);
    Map<String, String> headers = new TreeMap<>();
    headers.put("Content-Type", JSON);
    headers.put("X-Tt-Logid", logid);
    return new Reply("ok-" + operation.id(), 200, headers, body.toString(), Manner.WHOLE);
  }

  /** Gives every field that is named like a parameter of the call that parameter's value. */
  private static void echo(JsonNode node, Map<String, String> ids) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        String asked = ids.get(field.getKey());
        if (asked != null && field.getKey().endsWith("_id") && field.getValue().isTextual()) {
          object.put(field.getKey(), asked);
        }
      }
    }
    node.forEach(child -> echo(child, ids));
  }

  private static void name(ObjectNode body, @Nullable String id) {
    if (id != null && body.get("data") instanceof ObjectNode data) {
      data.put("id", id);
    }
  }

  /** Lists what the account of the token has joined, which is not what the token was granted. */
  private void list(ObjectNode body, Map<String, String> ids, TokenTruth token) {
    ObjectNode data = (ObjectNode) body.path("data");
    ArrayNode listed = (ArrayNode) data.path("workspaces");
    ObjectNode sample = (ObjectNode) listed.path(0);
    SortedSet<String> workspaces = joined(token);
    int size = number(ids.get("page_size"), DEFAULT_PAGE);
    int page = number(ids.get("page_num"), 1);
    listed.removeAll();
    workspaces.stream()
        .skip((long) (page - 1) * size)
        .limit(size)
        .forEach(id -> listed.add(workspace(sample, id, token.account())));
    data.put("total_count", workspaces.size());
  }

  private static ObjectNode workspace(ObjectNode sample, String id, @Nullable String account) {
    ObjectNode workspace = sample.deepCopy();
    workspace.put("id", id).put("name", "Workspace " + id).put("description", "");
    if (account != null && account.startsWith("volcano_")) {
      workspace.put("enterprise_id", account);
    } else if (account != null) {
      workspace.put("owner_uid", account);
    }
    return workspace;
  }

  private SortedSet<String> joined(TokenTruth token) {
    String account = token.account();
    Predicate<TokenTruth> same =
        account == null
            ? token::equals
            : other -> account.equals(other.account()) && token.host().equals(other.host());
    SortedSet<String> joined = new TreeSet<>();
    world.tokens().stream()
        .filter(same)
        .forEach(other -> joined.addAll(other.workspaces().items()));
    return joined;
  }

  private static int number(@Nullable String text, int otherwise) {
    return text != null && text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : otherwise;
  }
}
