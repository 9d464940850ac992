package dev.patrol.rules;

import static dev.patrol.rules.SmallWorld.BOT;
import static dev.patrol.rules.SmallWorld.FLOW;
import static dev.patrol.rules.SmallWorld.W1;
import static dev.patrol.rules.SmallWorld.W2;
import static dev.patrol.rules.SmallWorld.at;
import static dev.patrol.rules.SmallWorld.world;

import dev.patrol.model.AppStatus;
import dev.patrol.model.Cause;
import dev.patrol.model.Edition;
import dev.patrol.model.Grant;
import dev.patrol.model.Meaning;
import dev.patrol.model.Scope;
import dev.patrol.model.TokenKind;
import dev.patrol.model.TokenStatus;
import java.util.List;

/** Step 1 of the guide, from declared facts and from the service's plain word. */
final class KeyCases {
  private static final String BOT_GET = "/v1/bots/" + BOT;

  private KeyCases() {}

  static List<RuleCase> all() {
    return List.of(
        RuleCase.of("a healthy world has no finding", world().get("e1", BOT_GET)),
        RuleCase.of(
            "an offline healthy world has no finding", world().get("e1", BOT_GET).offline()),
        RuleCase.of(
                "a disabled app",
                oauth().token(t -> t.appStatus(AppStatus.DISABLED)).offline(),
                "oauth-app-disabled")
            .cause("e1", Cause.KEY_OAUTH),
        RuleCase.of(
                "an uninstalled app, and a refused key",
                oauth()
                    .token(t -> t.appStatus(AppStatus.UNINSTALLED))
                    .identity("store-category-list", Meaning.KEY_REFUSED, "4100")
                    .answers("e1", Meaning.KEY_REFUSED, "4101"),
                "oauth-app-uninstalled")
            .cause("e1", Cause.KEY_OAUTH),
        RuleCase.of(
                "an access token that is over, without refresh token",
                oauth().token(t -> t.expiresAt(at("2026-11-21"))).offline(),
                "oauth-not-renewable")
            .cause("e1", Cause.KEY_OAUTH, Cause.KEY_VALIDITY),
        RuleCase.of(
                "an access token that is over, with a dead refresh token",
                oauth()
                    .token(t -> t.expiresAt(at("2026-11-21")).refreshExpiresAt(at("2026-11-20")))
                    .offline(),
                "oauth-not-renewable")
            .cause("e1", Cause.KEY_OAUTH),
        RuleCase.of(
                "a token by JWT that is over",
                oauth().token(t -> t.grant(Grant.JWT).expiresAt(at("2026-11-21"))).offline(),
                "oauth-jwt-over")
            .cause("e1", Cause.KEY_OAUTH),
        RuleCase.of(
                "an access token that is over, with a live refresh token",
                oauth()
                    .token(t -> t.expiresAt(at("2026-11-21")).refreshExpiresAt(at("2026-12-20")))
                    .offline(),
                "token-expired")
            .cause("e1", Cause.KEY_VALIDITY),
        RuleCase.of(
                "a declared end that is over",
                world().get("e1", BOT_GET).token(t -> t.expiresAt(at("2026-11-21"))).offline(),
                "token-expired")
            .cause("e1", Cause.KEY_VALIDITY),
        RuleCase.of(
                "a declared end that is over, confirmed by the service",
                world()
                    .get("e1", BOT_GET)
                    .token(t -> t.expiresAt(at("2026-11-21")))
                    .identity("store-category-list", Meaning.KEY_REFUSED, "700012006")
                    .answers("e1", Meaning.RIGHT_REFUSED, "4101"),
                "token-expired")
            .cause("e1", Cause.KEY_VALIDITY),
        RuleCase.of(
                "a declared end that is over, but the key is known and lacks a point",
                world()
                    .get("e1", BOT_GET)
                    .token(
                        t ->
                            t.expiresAt(at("2026-11-21")).permissions(Scope.of(List.of("listBot"))))
                    .answers("e1", Meaning.RIGHT_REFUSED, "4101"),
                "point-not-granted",
                "points-unused",
                "declared-dead-but-accepted")
            .cause("e1", Cause.KEY_PERMISSION, Cause.KEY_WORKSPACE),
        RuleCase.of(
                "a declared end that is over, and nothing but a refusal of rights",
                world()
                    .get("e1", BOT_GET)
                    .token(t -> t.expiresAt(at("2026-11-21")))
                    .identity("store-category-list", Meaning.SERVICE, "5000")
                    .answers("e1", Meaning.RIGHT_REFUSED, "4101"),
                "token-expired")
            .cause("e1", Cause.KEY_VALIDITY),
        RuleCase.of(
            "a declared end that is over, but the service accepts the key",
            world().get("e1", BOT_GET).token(t -> t.expiresAt(at("2026-11-21"))),
            "declared-dead-but-accepted"),
        RuleCase.of(
                "a revoked token",
                world().get("e1", BOT_GET).token(t -> t.status(TokenStatus.REVOKED)).offline(),
                "token-switched-off")
            .cause("e1", Cause.KEY_VALIDITY),
        RuleCase.of(
                "a PAT of 31 days",
                world()
                    .get("e1", BOT_GET)
                    .token(t -> t.createdAt(at("2026-10-20")).expiresAt(null))
                    .offline(),
                "pat-too-old")
            .cause("e1", Cause.KEY_VALIDITY),
        RuleCase.of(
                "a declared end that is over, but the account's balance is what the service minds",
                world()
                    .get("e1", BOT_GET)
                    .get("e2", "/v1/folders/" + BOT)
                    .token(t -> t.expiresAt(at("2026-11-21")))
                    .answers("e1", Meaning.QUOTA, "4019")
                    .answers("e2", Meaning.RIGHT_REFUSED, "4101"),
                "quota-used-up",
                "point-suspected",
                "declared-dead-but-accepted")
            .cause("e1", Cause.QUOTA)
            .cause("e2", Cause.KEY_PERMISSION, Cause.KEY_WORKSPACE, Cause.ESCALATE),
        RuleCase.of(
            "a PAT from before the limit of 30 days",
            world()
                .get("e1", BOT_GET)
                .token(t -> t.createdAt(at("2024-10-01")).expiresAt(at("2027-01-01")))
                .offline()),
        RuleCase.of(
                "a refused identity that nothing declared explains",
                world()
                    .get("e1", BOT_GET)
                    .identity("store-category-list", Meaning.KEY_REFUSED, "4100")
                    .answers("e1", Meaning.KEY_REFUSED, "4101"),
                "key-refused")
            .cause("e1", Cause.KEY_VALIDITY),
        RuleCase.of(
                "a refused OAuth key is over, or its app is",
                oauth()
                    .identity("store-category-list", Meaning.KEY_REFUSED, "4100")
                    .answers("e1", Meaning.KEY_REFUSED, "4101"),
                "key-refused")
            .cause("e1", Cause.KEY_VALIDITY, Cause.KEY_OAUTH),
        RuleCase.of(
                "a refusal by an operation without points can only mean the key",
                world()
                    .get("e1", BOT_GET)
                    .identity("store-category-list", Meaning.AUTH_REFUSED, "4101")
                    .answers("e1", Meaning.AUTH_REFUSED, "4101"),
                "key-refused")
            .cause("e1", Cause.KEY_VALIDITY),
        RuleCase.of(
                "two endpoints refused as a bad key outweigh an operation without points",
                world()
                    .get("e1", BOT_GET)
                    .get("e2", "/v1/bots?workspace_id=" + W1)
                    .answers("e1", Meaning.KEY_REFUSED, "4101")
                    .answers("e2", Meaning.KEY_REFUSED, "4101"),
                "key-refused")
            .cause("e1", Cause.KEY_VALIDITY)
            .cause("e2", Cause.KEY_VALIDITY),
        RuleCase.of(
                "one request of two endpoints does not",
                world()
                    .get("e1", BOT_GET)
                    .get("e2", BOT_GET)
                    .answers("e1", Meaning.KEY_REFUSED, "4101")
                    .shares("e2", Meaning.KEY_REFUSED, "4101"),
                "escalate-to-support")
            .cause("e1", Cause.ESCALATE, Cause.KEY_VALIDITY)
            .cause("e2", Cause.ESCALATE, Cause.KEY_VALIDITY),
        RuleCase.of(
                "an endpoint's refusal tells when there is no identity probe",
                world()
                    .get("e1", BOT_GET)
                    .identitySkipped("token-cap")
                    .answers("e1", Meaning.KEY_REFUSED, "700012006"),
                "key-refused")
            .cause("e1", Cause.KEY_VALIDITY),
        RuleCase.of(
                "everything refused without a reason",
                world()
                    .get("e1", BOT_GET)
                    .identity("workspace-list", Meaning.AUTH_REFUSED, "4101")
                    .answers("e1", Meaning.AUTH_REFUSED, "4101"),
                "key-refused")
            .cause("e1", Cause.KEY_VALIDITY),
        RuleCase.of(
                "a workspace that changed hands",
                world()
                    .workspace(W1, Edition.TEAM, "Wang Fang", at("2026-11-15"))
                    .get("e1", BOT_GET)
                    .getIn(W2, "e2", "/v1/bots?workspace_id=" + W2)
                    .answers("e1", Meaning.RIGHT_REFUSED, "4101"),
                "workspace-changed-hands")
            .cause("e1", Cause.KEY_VALIDITY),
        RuleCase.of(
                "a workspace that changed hands stops no call that asks for no workspace",
                world()
                    .workspace(W1, Edition.TEAM, "Wang Fang", at("2026-11-15"))
                    .get("e1", BOT_GET)
                    .get("e2", "/v1/audio/voices")
                    .post("e3", "/v1/conversation/create", "{}")
                    .answers("e1", Meaning.RIGHT_REFUSED, "4101"),
                "workspace-changed-hands")
            .cause("e1", Cause.KEY_VALIDITY),
        RuleCase.of(
            "a workspace that changed hands, where the token still works",
            world().workspace(W1, Edition.TEAM, "Wang Fang", at("2026-11-15")).get("e1", BOT_GET)),
        RuleCase.of(
            "a service token outlives a change of hands in a team edition",
            world()
                .kind(TokenKind.SAT)
                .workspace(W1, Edition.TEAM, "Wang Fang", at("2026-11-15"))
                .get("e1", BOT_GET)
                .offline()),
        RuleCase.of(
            "a value that begins like another kind's",
            world().get("e1", BOT_GET).secretPrefix("sat_"),
            "prefix-unusual"),
        RuleCase.of(
                "a missing point",
                world()
                    .post("e1", "/v1/workflow/run", "{\"workflow_id\":\"" + FLOW + "\"}")
                    .get("e2", BOT_GET)
                    .token(t -> t.permissions(Scope.of(List.of("getMetadata")))),
                "point-not-granted")
            .cause("e1", Cause.KEY_PERMISSION),
        RuleCase.of(
                "a quota answer is never blamed on a point or workspace that is not declared",
                world()
                    .get("e1", BOT_GET)
                    .token(
                        t ->
                            t.permissions(Scope.of(List.of("listBot")))
                                .workspaces(Scope.of(List.of(W2))))
                    .answers("e1", Meaning.QUOTA, "4008"),
                "quota-used-up",
                "points-unused",
                "workspaces-unused")
            .cause("e1", Cause.QUOTA, Cause.KEY_PERMISSION, Cause.KEY_WORKSPACE),
        RuleCase.of(
                "a point in other letter case",
                world()
                    .get("e1", "/v1/workflows/" + FLOW)
                    .token(t -> t.permissions(Scope.of(List.of("getMetadata"))))
                    .offline(),
                "point-in-other-case",
                "points-unused")
            .cause("e1", Cause.KEY_PERMISSION),
        RuleCase.of(
                "an enterprise point on a personal account",
                world()
                    .noWorkspaces()
                    .workspace(W1, Edition.PERSONAL_PRO, "Li Wei")
                    .get("e1", "/v1/commerce/benefit/bill_tasks")
                    .offline(),
                "point-beyond-edition")
            .cause("e1", Cause.KEY_PERMISSION),
        RuleCase.of(
                "a workspace that is not declared",
                world()
                    .get("e1", BOT_GET)
                    .token(t -> t.workspaces(Scope.of(List.of(W2))))
                    .offline(),
                "workspace-not-granted",
                "workspaces-unused")
            .cause("e1", Cause.KEY_WORKSPACE),
        RuleCase.of(
                "a call that names no resource proves no workspace",
                world()
                    .get("e1", "/v1/bots/{bot_id}")
                    .get("e2", "/v1/bots")
                    .post("e3", "/open_api/knowledge/document/list", "{")
                    .get("e4", BOT_GET)
                    .token(t -> t.workspaces(Scope.of(List.of(W2))))
                    .answers("e1", Meaning.WRONG_PARAMETER, "4000")
                    .answers("e2", Meaning.WRONG_PARAMETER, "4000")
                    .answers("e3", Meaning.WRONG_PARAMETER, "4000")
                    .answers("e4", Meaning.RESOURCE, "4200"),
                "workspace-not-granted",
                "workspaces-unused",
                "path-unfilled",
                "query-missing",
                "body-unreadable",
                "resource-trouble")
            .cause("e1", Cause.KEY_WORKSPACE)
            .cause("e2", Cause.KEY_WORKSPACE)
            .cause("e3", Cause.KEY_WORKSPACE)
            .cause("e4", Cause.RESOURCE),
        RuleCase.of(
                "somebody else's workspace under a personal edition",
                world()
                    .workspace(W1, Edition.PERSONAL_FREE, "Wang Fang")
                    .get("e1", BOT_GET)
                    .offline(),
                "workspace-of-somebody-else")
            .cause("e1", Cause.KEY_WORKSPACE),
        RuleCase.of(
            "an undeclared workspace and point that the service lets through",
            world()
                .get("e1", BOT_GET)
                .token(
                    t ->
                        t.workspaces(Scope.of(List.of(W2)))
                            .permissions(Scope.of(List.of("listBot")))),
            "undeclared-point-accepted",
            "undeclared-workspace-accepted",
            "points-unused",
            "workspaces-unused"));
  }

  private static SmallWorld oauth() {
    return world()
        .kind(TokenKind.OAUTH)
        .get("e1", BOT_GET)
        .token(t -> t.appStatus(AppStatus.ENABLED).createdAt(null));
  }
}
