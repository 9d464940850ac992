package dev.patrol.sandbox;

import dev.patrol.model.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows where resources live and which of them cannot be used. */
final class Resources {
  private static final Set<String> NEED_PUBLISHED_AGENT =
      Set.of("bot-get", "bot-get-online-info", "chat-create");
  private static final Set<String> NEED_PUBLISHED_WORKFLOW =
      Set.of("workflow-chat", "workflow-run", "workflow-stream-run");

  private final World world;
  private final Recordings recordings;

  Resources(World world, Recordings recordings) {
    this.world = world;
    this.recordings = recordings;
  }

  /** The workspace that a call's resource lives in, or null when nothing tells. */
  @Nullable String workspace(Map<String, String> ids, @Nullable String named) {
    for (String id : ids.values()) {
      String workspace = world.resources().get(id);
      if (workspace != null) {
        return workspace;
      }
    }
    return named;
  }

  /** What the service says about the first resource of a call that cannot be used. */
  Optional<Reply> trouble(Operation operation, Map<String, String> ids, String logid) {
    for (Map.Entry<String, String> id : ids.entrySet()) {
      if (world.missing().contains(id.getValue())) {
        return Optional.of(missing(operation, id.getKey(), id.getValue(), logid));
      }
      if (world.unpublished().contains(id.getValue())) {
        Optional<Reply> reply = unpublished(operation, ids, id.getKey(), id.getValue(), logid);
        if (reply.isPresent()) {
          return reply;
        }
      }
    }
    return Optional.empty();
  }

  private Reply missing(Operation operation, String name, String id, String logid) {
    return switch (name) {
      case "conversation_id" -> recordings.get("err-4002-invalid-conversation").reply(logid);
      case "chat_id" -> recordings.get("err-4001-invalid-chat").reply(logid);
      case "message_id" -> recordings.get("err-4005-invalid-message").reply(logid);
      case "execute_id" -> recordings.get("err-4314-no-run").reply(logid);
      case "bot_id" ->
          operation.path().startsWith("/v3/")
              ? recordings.get("err-4006-invalid-bot").reply(logid)
              : recordings.get("err-4200-wrong-site").replyNaming(logid, "7502200000000000017", id);
      default -> recordings.get("err-4200-not-found").reply(logid);
    };
  }

  private Optional<Reply> unpublished(
      Operation operation, Map<String, String> ids, String name, String id, String logid) {
    if (name.equals("bot_id")
        && NEED_PUBLISHED_AGENT.contains(operation.id())
        && !"false".equals(ids.get("is_published"))) {
      return Optional.of(
          recordings.get("err-4015-not-published").replyNaming(logid, "7502200000000000025", id));
    }
    if (name.equals("workflow_id") && NEED_PUBLISHED_WORKFLOW.contains(operation.id())) {
      return Optional.of(recordings.get("err-4200-not-found").reply(logid));
    }
    return Optional.empty();
  }
}
