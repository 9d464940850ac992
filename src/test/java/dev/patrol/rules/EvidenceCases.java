package dev.patrol.rules;

import static dev.patrol.rules.SmallWorld.BOT;
import static dev.patrol.rules.SmallWorld.FLOW;
import static dev.patrol.rules.SmallWorld.W1;
import static dev.patrol.rules.SmallWorld.W2;
import static dev.patrol.rules.SmallWorld.world;

import dev.patrol.model.Cause;
import dev.patrol.model.Edition;
import dev.patrol.model.Meaning;
import dev.patrol.model.Scope;
import java.util.List;

/** Refusals that are explained by a token's other calls, and step 5. */
final class EvidenceCases {
  private static final String BOT_GET = "/v1/bots/" + BOT;
  private static final String BOTS = "/v1/bots?workspace_id=";

  private EvidenceCases() {}

  static List<RuleCase> all() {
    return List.of(
        RuleCase.of(
                "the point works elsewhere, so the workspace is refused, for unsent calls too",
                world()
                    .get("e1", BOTS + W1)
                    .getIn(W2, "e2", BOTS + W2)
                    .endpoint(
                        "e3",
                        "POST",
                        "https://api.coze.cn/v1/workflow/run",
                        W2,
                        e -> e.body("{\"workflow_id\":\"" + FLOW + "\"}"))
                    .answers("e2", Meaning.RIGHT_REFUSED, "4101"),
                "workspace-refused-live",
                "declared-workspace-refused")
            .cause("e2", Cause.KEY_WORKSPACE)
            .cause("e3", Cause.KEY_WORKSPACE),
        RuleCase.of(
                "a refused workspace is refused to a call with a wrong path too",
                world()
                    .get("e1", BOTS + W1)
                    .getIn(W2, "e2", BOTS + W2)
                    .getIn(W2, "e3", "/v1/botts?workspace_id=" + W2)
                    .answers("e2", Meaning.RIGHT_REFUSED, "4101"),
                "workspace-refused-live",
                "declared-workspace-refused",
                "path-unknown")
            .cause("e2", Cause.KEY_WORKSPACE)
            .cause("e3", Cause.KEY_WORKSPACE),
        RuleCase.of(
                "another point works in the workspace, so the point is refused, elsewhere too",
                world()
                    .get("e1", BOTS + W1)
                    .get("e2", BOT_GET)
                    .getIn(W2, "e3", BOT_GET)
                    .notAsked("e3")
                    .answers("e2", Meaning.AUTH_REFUSED, "4101"),
                "point-refused",
                "declared-point-refused")
            .cause("e2", Cause.KEY_PERMISSION)
            .cause("e3", Cause.KEY_PERMISSION),
        RuleCase.of(
                "no workspace is in question, so the point is refused",
                world()
                    .get("e1", "/v1/audio/voices")
                    .get("e2", BOTS + W1)
                    .answers("e1", Meaning.RIGHT_REFUSED, "4101"),
                "point-refused",
                "declared-point-refused")
            .cause("e1", Cause.KEY_PERMISSION),
        RuleCase.of(
            "the identity probe lacks its point",
            world()
                .get("e1", BOTS + W1)
                .token(t -> t.permissions(Scope.of(List.of("listBot", "listWorkspace"))))
                .identity("workspace-list", Meaning.RIGHT_REFUSED, "4101"),
            "declared-point-refused",
            "points-unused"),
        RuleCase.of(
                "a declared lack explains a refusal and proves nothing else",
                world()
                    .get("e1", BOTS + W1)
                    .get("e2", BOT_GET)
                    .token(t -> t.permissions(Scope.of(List.of("listBot"))))
                    .answers("e2", Meaning.RIGHT_REFUSED, "4101"),
                "point-not-granted")
            .cause("e2", Cause.KEY_PERMISSION),
        RuleCase.of(
                "one of two points is missing",
                world()
                    .post("e1", "/v1/conversation/message/list?conversation_id=" + BOT, null)
                    .get("e2", BOTS + W1)
                    .answers("e1", Meaning.RIGHT_REFUSED, "4101"),
                "point-among-several")
            .cause("e1", Cause.KEY_PERMISSION),
        RuleCase.of(
                "one of two points is missing for a call of another workspace too",
                world()
                    .post("e1", "/v1/conversation/message/list?conversation_id=" + BOT, null)
                    .getIn(W2, "e2", "/v3/chat/message/list?conversation_id=1&chat_id=2")
                    .answers("e1", Meaning.RIGHT_REFUSED, "4101")
                    .notAsked("e2"),
                "point-among-several",
                "point-suspected-by-twin")
            .cause("e1", Cause.KEY_PERMISSION)
            .cause("e2", Cause.KEY_PERMISSION),
        RuleCase.of(
                "points declared, workspaces not",
                world()
                    .get("e1", BOT_GET)
                    .token(t -> t.workspaces(Scope.unknown()))
                    .answers("e1", Meaning.RIGHT_REFUSED, "4101"),
                "workspace-suspected")
            .cause("e1", Cause.KEY_WORKSPACE, Cause.KEY_PERMISSION),
        RuleCase.of(
                "nothing is let into the workspace",
                world()
                    .get("e1", BOT_GET)
                    .get("e2", BOTS + W1)
                    .answers("e1", Meaning.RIGHT_REFUSED, "4101")
                    .answers("e2", Meaning.RIGHT_REFUSED, "4101"),
                "workspace-suspected-by-neighbours")
            .cause("e1", Cause.KEY_WORKSPACE, Cause.KEY_PERMISSION)
            .cause("e2", Cause.KEY_WORKSPACE, Cause.KEY_PERMISSION),
        RuleCase.of(
                "the points are accepted, and nobody says where the resource lives",
                world()
                    .get("e1", BOTS + W1)
                    .endpoint(
                        "e2", "GET", "https://api.coze.cn/v1/bots?workspace_id=" + W2, null, e -> e)
                    .answers("e2", Meaning.RIGHT_REFUSED, "4101"),
                "workspace-suspected-by-points")
            .cause("e2", Cause.KEY_WORKSPACE, Cause.ESCALATE),
        RuleCase.of(
                "a lone refusal, and its twin that was not sent",
                world()
                    .get("e1", "/v1/workflows/" + FLOW)
                    .get("e2", "/v1/workflows/" + BOT)
                    .notAsked("e2")
                    .answers("e1", Meaning.RIGHT_REFUSED, "4101"),
                "point-suspected",
                "point-suspected-by-twin")
            .cause("e1", Cause.KEY_PERMISSION, Cause.KEY_WORKSPACE, Cause.ESCALATE)
            .cause("e2", Cause.KEY_PERMISSION, Cause.KEY_WORKSPACE),
        RuleCase.of(
                "a lone refusal, and its twin that met a limit, which no right is blamed for",
                world()
                    .get("e1", "/v1/workflows/" + FLOW)
                    .get("e2", "/v1/workflows/" + BOT)
                    .answers("e1", Meaning.RIGHT_REFUSED, "4101")
                    .answers("e2", Meaning.QUOTA, "4009"),
                "point-suspected",
                "quota-used-up")
            .cause("e1", Cause.KEY_PERMISSION, Cause.KEY_WORKSPACE, Cause.ESCALATE)
            .cause("e2", Cause.QUOTA),
        RuleCase.of(
                "a lone refusal, and its twin that was refused with a wrong id",
                world()
                    .get("e1", "/v1/workflows/" + FLOW)
                    .get("e2", "/v1/workflows/:workflow_id")
                    .answers("e1", Meaning.RIGHT_REFUSED, "4101")
                    .answers("e2", Meaning.RIGHT_REFUSED, "4101"),
                "point-suspected",
                "point-suspected-by-twin",
                "path-unfilled")
            .cause("e1", Cause.KEY_PERMISSION, Cause.KEY_WORKSPACE, Cause.ESCALATE)
            .cause("e2", Cause.KEY_PERMISSION, Cause.KEY_WORKSPACE),
        RuleCase.of(
                "a lone refusal where nobody says in which workspace the resource lives",
                world()
                    .endpoint("e1", "GET", "https://api.coze.cn" + BOT_GET, null, e -> e)
                    .endpoint("e2", "GET", "https://api.coze.cn/v1/bots/" + FLOW, null, e -> e)
                    .answers("e1", Meaning.RIGHT_REFUSED, "4101")
                    .notAsked("e2"),
                "point-suspected")
            .cause("e1", Cause.KEY_PERMISSION, Cause.KEY_WORKSPACE, Cause.ESCALATE),
        RuleCase.of(
                "a twin of a call whose workspace is suspected",
                world()
                    .get("e1", BOT_GET)
                    .get("e2", "/v1/bots/" + FLOW)
                    .notAsked("e2")
                    .token(t -> t.workspaces(Scope.unknown()))
                    .answers("e1", Meaning.RIGHT_REFUSED, "4101"),
                "workspace-suspected",
                "workspace-suspected-by-twin")
            .cause("e1", Cause.KEY_WORKSPACE, Cause.KEY_PERMISSION)
            .cause("e2", Cause.KEY_WORKSPACE, Cause.KEY_PERMISSION),
        RuleCase.of(
                "a refusal without reason, and no word about the key",
                world()
                    .get("e1", BOT_GET)
                    .identity("store-category-list", Meaning.SERVICE, "5000")
                    .answers("e1", Meaning.AUTH_REFUSED, "4101"),
                "refused-without-reason")
            .cause("e1", Cause.KEY_PERMISSION, Cause.KEY_VALIDITY, Cause.KEY_WORKSPACE),
        RuleCase.of(
                "refused as a bad key, although the key works: step 5",
                world()
                    .get("e1", BOT_GET)
                    .get("e2", BOTS + W1)
                    .answers("e1", Meaning.KEY_REFUSED, "700012006"),
                "escalate-to-support")
            .cause("e1", Cause.ESCALATE),
        RuleCase.of(
                "refused although point and workspace are proven: step 5 of a personal edition",
                world()
                    .noWorkspaces()
                    .workspace(W1, Edition.PERSONAL_PRO, "Li Wei")
                    .get("e1", BOT_GET)
                    .get("e2", "/v1/bots/" + FLOW)
                    .answers("e1", Meaning.RIGHT_REFUSED, "4101"),
                "escalate-on-your-own")
            .cause("e1", Cause.ESCALATE),
        RuleCase.of(
                "a wrong id explains a refusal",
                world()
                    .get("e1", "/v1/bots/{bot_id}")
                    .get("e2", BOTS + W1)
                    .answers("e1", Meaning.RIGHT_REFUSED, "4101"),
                "path-unfilled")
            .cause("e1", Cause.URL_PATH, Cause.KEY_PERMISSION),
        RuleCase.of(
                "a wrong page number explains no refusal",
                world()
                    .get("e1", "/v1/workflows?workspace_id=" + W1 + "&page_num=7381****")
                    .token(t -> t.permissions(Scope.unknown()).workspaces(Scope.unknown()))
                    .answers("e1", Meaning.RIGHT_REFUSED, "4101"),
                "point-suspected",
                "query-unfilled")
            .cause("e1", Cause.KEY_PERMISSION, Cause.KEY_WORKSPACE, Cause.ESCALATE),
        RuleCase.of(
                "conversations belong to the account, yet their agent's workspace is asked for",
                world()
                    .get("e1", "/v1/conversations?bot_id=" + BOT)
                    .getIn(W2, "e2", "/v1/conversations?bot_id=" + FLOW)
                    .answers("e2", Meaning.RIGHT_REFUSED, "4101"),
                "workspace-refused-live",
                "declared-workspace-refused")
            .cause("e2", Cause.KEY_WORKSPACE),
        RuleCase.of(
                "a declared lack of both explains a refusal by either",
                world()
                    .get("e1", BOT_GET)
                    .get("e2", BOTS + W1)
                    .notAsked("e2")
                    .token(
                        t ->
                            t.permissions(Scope.of(List.of("listBot")))
                                .workspaces(Scope.of(List.of(W2))))
                    .answers("e1", Meaning.RIGHT_REFUSED, "4101"),
                "point-not-granted",
                "workspace-not-granted",
                "workspaces-unused")
            .cause("e1", Cause.KEY_PERMISSION, Cause.KEY_WORKSPACE)
            .cause("e2", Cause.KEY_WORKSPACE));
  }
}
