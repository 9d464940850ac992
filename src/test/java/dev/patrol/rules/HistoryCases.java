package dev.patrol.rules;

import static dev.patrol.rules.SmallWorld.BOT;
import static dev.patrol.rules.SmallWorld.W1;
import static dev.patrol.rules.SmallWorld.at;
import static dev.patrol.rules.SmallWorld.world;

import dev.patrol.model.Cause;
import dev.patrol.model.Edition;
import java.util.List;

/** What earlier nights add. */
final class HistoryCases {
  private static final String BOT_GET = "/v1/bots/" + BOT;

  private HistoryCases() {}

  static List<RuleCase> all() {
    return List.of(
        RuleCase.of(
                "dead for the second night",
                dead().past(null, 1, 1),
                "token-expired",
                "dead-token-kept")
            .cause("e1", Cause.KEY_VALIDITY),
        RuleCase.of("dead for the first night", dead().past(null, 0, 0), "token-expired")
            .cause("e1", Cause.KEY_VALIDITY),
        RuleCase.of("alive again", world().get("e1", BOT_GET).past(null, 2, 1)),
        RuleCase.of(
            "an endpoint with four changes",
            world().get("e1", BOT_GET).past("e1", 0, 4),
            "endpoint-flapping"),
        RuleCase.of("an endpoint with three changes", world().get("e1", BOT_GET).past("e1", 0, 3)),
        RuleCase.of("a token with four changes", world().get("e1", BOT_GET).past(null, 0, 4)),
        RuleCase.of(
                "the first failure since the workspace changed hands",
                handedOver().past("e1", 0, 0),
                "workspace-changed-hands",
                "failing-since-handover")
            .cause("e1", Cause.KEY_VALIDITY),
        RuleCase.of(
                "the second failure since the workspace changed hands",
                handedOver().past("e1", 1, 1),
                "workspace-changed-hands")
            .cause("e1", Cause.KEY_VALIDITY));
  }

  private static SmallWorld dead() {
    return world().get("e1", BOT_GET).token(t -> t.expiresAt(at("2026-11-20"))).offline();
  }

  private static SmallWorld handedOver() {
    return world()
        .workspace(W1, Edition.TEAM, "Wang Fang", at("2026-11-20"))
        .get("e1", BOT_GET)
        .offline();
  }
}
