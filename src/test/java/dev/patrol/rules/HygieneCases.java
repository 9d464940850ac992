package dev.patrol.rules;

import static dev.patrol.rules.SmallWorld.BOT;
import static dev.patrol.rules.SmallWorld.W1;
import static dev.patrol.rules.SmallWorld.W2;
import static dev.patrol.rules.SmallWorld.at;
import static dev.patrol.rules.SmallWorld.world;

import dev.patrol.model.AppStatus;
import dev.patrol.model.Scope;
import dev.patrol.model.SecretReference;
import dev.patrol.model.TokenKind;
import java.util.List;

/** Checks that are no step of the guide. */
final class HygieneCases {
  private static final String BOT_GET = "/v1/bots/" + BOT;

  private HygieneCases() {}

  static List<RuleCase> all() {
    return List.of(
        RuleCase.of(
            "a token that ends in 14 days",
            world().get("e1", BOT_GET).token(t -> t.expiresAt(at("2026-12-06"))),
            "token-expiring"),
        RuleCase.of(
            "a token that ends in 15 days",
            world().get("e1", BOT_GET).token(t -> t.expiresAt(at("2026-12-07")))),
        RuleCase.of(
            "a PAT of 27 days without a noted end",
            world().get("e1", BOT_GET).token(t -> t.createdAt(at("2026-10-26")).expiresAt(null)),
            "pat-expiring-unnoted"),
        RuleCase.of(
            "a PAT with an end that no PAT has",
            world().get("e1", BOT_GET).token(t -> t.expiresAt(at("2027-11-01"))),
            "pat-end-too-late"),
        RuleCase.of(
            "a refresh token that ends in 2 days",
            world()
                .kind(TokenKind.OAUTH)
                .get("e1", BOT_GET)
                .token(t -> t.appStatus(AppStatus.ENABLED).refreshExpiresAt(at("2026-11-24"))),
            "refresh-token-expiring"),
        RuleCase.of(
            "a service token without end",
            world()
                .kind(TokenKind.SAT)
                .get("e1", BOT_GET)
                .token(t -> t.expiresAt(null).neverExpires(true)),
            "sat-never-expires"),
        RuleCase.of(
            "a PAT in production",
            world().get("e1", BOT_GET).token(t -> t.environment("Production")),
            "pat-in-production"),
        RuleCase.of(
            "a service token in production",
            world().kind(TokenKind.SAT).get("e1", BOT_GET).token(t -> t.environment("production"))),
        RuleCase.of(
            "an unused point and an unused workspace",
            world()
                .get("e1", BOT_GET)
                .token(
                    t ->
                        t.permissions(Scope.of(List.of("getMetadata", "chat")))
                            .workspaces(Scope.of(List.of(W1, W2)))),
            "points-unused",
            "workspaces-unused"),
        RuleCase.of(
            "all workspaces where one is used",
            world().get("e1", BOT_GET).token(t -> t.workspaces(Scope.everything())),
            "workspaces-unlimited"),
        RuleCase.of("a token that nothing uses", world(), "token-without-endpoints"),
        RuleCase.of(
            "a token that two applications use",
            world()
                .get("e1", BOT_GET)
                .endpoint(
                    "e2",
                    "GET",
                    "https://api.coze.cn" + BOT_GET,
                    W1,
                    e -> e.application("helpdesk")),
            "token-shared"),
        RuleCase.of(
            "a value in the inventory",
            world().get("e1", BOT_GET).token(t -> t.plainSecret(true)),
            "token-in-inventory"),
        RuleCase.of(
            "a secret that cannot be had",
            world()
                .get("e1", BOT_GET)
                .token(t -> t.secret(new SecretReference("env", "NOT_SET")))
                .offline()
                .identitySkipped("no-secret"),
            "secret-missing"),
        RuleCase.of(
            "no owner", world().get("e1", BOT_GET).token(t -> t.owner(null)), "owner-missing"),
        RuleCase.of(
            "no mail",
            world().get("e1", BOT_GET).token(t -> t.ownerEmail(null)),
            "owner-mail-missing"),
        RuleCase.of(
            "an unknown workspace", world().noWorkspaces().get("e1", BOT_GET), "workspace-unknown"),
        RuleCase.of(
            "nothing to check",
            world()
                .token(
                    t ->
                        t.expiresAt(null)
                            .createdAt(null)
                            .permissions(Scope.unknown())
                            .workspaces(Scope.unknown()))
                .get("e1", BOT_GET)
                .offline(),
            "no-check-possible"));
  }
}
