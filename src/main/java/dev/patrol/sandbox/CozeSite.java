package dev.patrol.sandbox;

import dev.patrol.catalog.RequestCheck;
import dev.patrol.model.Operation;
import dev.patrol.model.Parameters;
import dev.patrol.model.Scope;
import dev.patrol.model.Site;
import dev.patrol.model.TokenKind;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers as the vendor's two sites do. The order of checks is the service's: path, key, what the
 * account has left, permission, workspace, parameters, resource.
 */
final class CozeSite {
  private static final String RECORDED_ID = "workflow_id = 7505500000000000015";

  private final World world;
  private final Recordings recordings = Recordings.standard();
  private final Resources resources;
  private final Successes successes;
  private final RateLimits rateLimits;
  private final Counters calls = new Counters();

  CozeSite(World world, LongSupplier nanos) {
    this.world = world;
    resources = new Resources(world, recordings);
    successes = new Successes(world, recordings);
    rateLimits = new RateLimits(world.weather().callsPerSecond(), nanos);
  }

  Reply reply(Site site, Call call, RequestCheck check, @Nullable TokenTruth token, String logid) {
    Operation operation = check.operation();
    if (operation == null || operation.isConsentPage()) {
      return recordings.get("err-4000-unknown-path").reply(logid);
    }
    if (operation.isOAuthFlow()) {
      return OAuthDesk.reply(call, operation, check, logid);
    }
    if (token == null || !token.alive()) {
      return recordings.get(Refusals.ofKey(operation, site)).reply(logid);
    }
    if (token.kind() == TokenKind.OAUTH && !call.method().equals(operation.method())) {
      return recordings.get("err-4100-post-on-get").reply(logid);
    }
    Map<String, String> ids = Ids.of(call, operation);
    return exhausted(token, logid)
        .or(() -> unauthorized(site, operation, check, token, ids, logid))
        .or(() -> malformed(operation, check, logid))
        .or(() -> resources.trouble(operation, ids, logid))
        .orElseGet(() -> successes.reply(operation, ids, token, logid));
  }

  private Optional<Reply> exhausted(TokenTruth token, String logid) {
    String account = token.account() == null ? "token " + token.name() : token.account();
    if (!rateLimits.take(account)) {
      return Optional.of(recordings.get("err-429-too-many").reply(logid));
    }
    AccountTruth truth = world.account(token.account());
    if (truth.calls() != AccountTruth.UNLIMITED && calls.next(account) >= truth.calls()) {
      return Optional.of(recordings.get(truth.usedUp()).reply(logid));
    }
    return Optional.empty();
  }

  private Optional<Reply> unauthorized(
      Site site,
      Operation operation,
      RequestCheck check,
      TokenTruth token,
      Map<String, String> ids,
      String logid) {
    String workspace = resources.workspace(ids, check.workspace());
    boolean reached = !operation.needsWorkspace() || workspace == null || token.reaches(workspace);
    if (permits(token.permissions(), operation) && reached) {
      return Optional.empty();
    }
    if (site == Site.COM) {
      return Optional.of(recordings.get("err-4101-no-permission-en").reply(logid));
    }
    return Optional.of(
        ids.entrySet().stream()
            .filter(id -> id.getKey().endsWith("_id") && id.getValue().matches("[0-9]{1,20}"))
            .findFirst()
            .map(
                id ->
                    recordings
                        .get("err-4101-no-permission-zh")
                        .replyNaming(logid, RECORDED_ID, id.getKey() + " = " + id.getValue()))
            .orElseGet(() -> recordings.get("err-4101-no-access-zh").reply(logid)));
  }

  /** All points are needed; of points that are documented as alternatives, one. */
  private static boolean permits(Scope permissions, Operation operation) {
    if (operation.pointsCertain()) {
      return operation.permissions().stream().allMatch(permissions::covers);
    }
    return operation.permissions().isEmpty()
        || operation.permissions().stream().anyMatch(permissions::covers);
  }

  private Optional<Reply> malformed(Operation operation, RequestCheck check, String logid) {
    if (fine(check)) {
      return Optional.empty();
    }
    return Optional.of(
        recordings
            .get(
                operation.id().equals("workflow-stream-run")
                    ? "err-stream-workflow-error-event"
                    : "err-4000-bad-parameter")
            .reply(logid));
  }

  static boolean fine(RequestCheck check) {
    return check.bodyProblem() == null
        && check.inPath().equals(Parameters.fine())
        && check.inQuery().equals(Parameters.fine())
        && check.inBody().equals(Parameters.fine());
  }
}
