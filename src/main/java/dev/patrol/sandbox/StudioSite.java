package dev.patrol.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patrol.catalog.RequestCheck;
import dev.patrol.model.Operation;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers as a self-hosted coze-studio does: few paths, no permission points, and another shape of
 * refusal.
 */
final class StudioSite {
  private static final String HISTORY = "/v1/workflow/get_run_history";

  private final Recordings recordings = Recordings.standard();
  private final Set<String> open = Set.copyOf(Recordings.lines("studio-operations.txt"));
  private final World world;
  private final Resources resources;
  private final Successes successes;

  StudioSite(World world) {
    this.world = world;
    resources = new Resources(world, recordings);
    successes = new Successes(world, recordings);
  }

  Reply reply(Call call, RequestCheck check, @Nullable TokenTruth token, String logid) {
    Operation operation = check.operation();
    boolean history = call.path().equals(HISTORY) && call.method().equals("GET");
    if (!history && (operation == null || !open.contains(operation.id()))) {
      return recorded("studio-path-not-open-api", logid);
    }
    if (token == null || !token.alive()) {
      return recorded(refusal(call), logid);
    }
    if (operation == null) {
      return recorded("studio-ok-run-history", logid);
    }
    if (!CozeSite.fine(check)) {
      return recorded("studio-bad-parameter", logid);
    }
    Map<String, String> ids = Ids.of(call, operation);
    String agent = ids.get("bot_id");
    if (agent != null && world.missing().contains(agent)) {
      return recorded("studio-agent-not-exist", logid);
    }
    String workspace = resources.workspace(ids, check.workspace());
    if (operation.needsWorkspace() && workspace != null && !token.reaches(workspace)) {
      return recorded(agent == null ? "studio-no-space" : "studio-agent-not-own", logid);
    }
    if (ids.values().stream().anyMatch(world.missing()::contains)) {
      return recorded("studio-internal", logid);
    }
    return plain(successes.reply(operation, ids, token, logid));
  }

  private static String refusal(Call call) {
    if (!call.bearer().given()) {
      return "studio-no-header";
    }
    return call.bearer().digest() == null ? "studio-bad-header" : "studio-bad-token";
  }

  private Reply recorded(String name, String logid) {
    return recordings.get(name).reply(logid);
  }

  /** An installation writes no log ids. */
  private static Reply plain(Reply reply) {
    Map<String, String> headers = new TreeMap<>(reply.headers());
    headers.remove("X-Tt-Logid");
    ObjectNode body = Json.object(reply.body());
    body.remove("detail");
    return new Reply(reply.name(), reply.status(), headers, body.toString(), reply.manner());
  }
}
