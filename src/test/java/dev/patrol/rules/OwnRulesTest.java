package dev.patrol.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Application;
import dev.patrol.model.Estate;
import dev.patrol.model.Finding;
import dev.patrol.model.Place;
import dev.patrol.model.Policy;
import dev.patrol.model.RuleSettings;
import dev.patrol.model.SharedSecret;
import dev.patrol.model.Site;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import dev.patrol.model.TokenState;
import dev.patrol.model.TokenUse;
import dev.patrol.model.Workspace;
import dev.patrol.model.WorkspaceUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that users may write with the facts and values that no shipped rule needs. */
class OwnRulesTest {
  private static RuleBook rules;

  private static String rule(String id, String condition, String consequence) {
    return """
        rule "%s"
            @id(%s) @severity(low) @guide(hygiene) @title("t") @remedy("r")
        when
            $policy : Policy()
            %s
        then
            %s
        end
        """
        .formatted(id, id, condition, consequence);
  }

  @BeforeAll
  static void compile(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("own.drl"),
        "package own\nimport dev.patrol.model.*\nglobal Audit audit\n"
            + rule(
                "listed-owner",
                "Policy(flag(\"strict\", true))\n"
                    + "$token : Token(owner != null, !$policy.listed(\"owners\", owner))",
                "audit.warn($token, \"%s\", $token.owner());")
            + rule(
                "many-tokens",
                "$app : Application(tokens.size() > $policy.number(\"most-tokens\", 2))",
                "audit.warn($app, \"it uses %s\", String.join(\", \", $app.tokenIds()));")
            + rule(
                "both-sites",
                "$cn : TokenUse(kind == TokenKind.PAT, token.site == Site.CN, $owner : owner !="
                    + " null)\n"
                    + "exists TokenUse(owner == $owner, kind == TokenKind.PAT, token.site =="
                    + " Site.COM)",
                "audit.warn($cn, \"so does %s\", $owner);")
            + rule(
                "busy-workspace",
                "$use : WorkspaceUse(owners.size() > 1)",
                "audit.warn($use, \"%s\", String.join(\", \", $use.owners()));")
            + rule(
                "all-dead",
                "$app : Application()\n" + "not TokenUse(!dead) from $app.tokens",
                "audit.warn($app, \"all dead\");"));
    rules = RuleBook.load(folder, RuleSettings.NONE, Locale.ENGLISH);
  }

  @Test
  void the_kinds_of_facts_that_rules_match_are_known() {
    assertThat(rules.matches(Application.class)).isTrue();
    assertThat(rules.matches(TokenUse.class)).isTrue();
    assertThat(rules.matches(WorkspaceUse.class)).isTrue();
    assertThat(rules.matches(SharedSecret.class)).isFalse();
  }

  private static TokenUse use(String id, String owner, Site site) {
    Token token =
        Token.builder(id, TokenKind.PAT, new Place("tokens.csv", 2))
            .owner(owner)
            .ownerEmail(owner.replace(' ', '.') + "@example.com")
            .site(site)
            .build();
    return new TokenUse(token, TokenState.VALID, List.of("shop"), List.of("w1"), 1, 0);
  }

  @Test
  void findings_about_applications_workspaces_and_tokens_name_their_subject_and_owner() {
    TokenUse one = use("t1", "Li Wei", Site.CN);
    TokenUse two = use("t2", "Wang Fang", Site.CN);
    TokenUse three = use("t3", "Wang Fang", Site.COM);
    List<TokenUse> all = List.of(one, two, three);
    Workspace hall =
        new Workspace(
            "w1",
            null,
            "Zhao Lei",
            null,
            null,
            null,
            null,
            null,
            Map.of(),
            new Place("workspaces.csv", 2));

    List<Finding> findings =
        rules
            .judge(
                new Estate(
                    List.of(hall),
                    List.of(),
                    List.of(),
                    all,
                    List.of(
                        new Application("shop", all, List.of("w1"), 3, 0),
                        new Application("crm", List.of(one, two), List.of("w1"), 3, 0)),
                    List.of(new WorkspaceUse("w1", hall, all, List.of("shop"), 3, 0))),
                SmallWorld.TODAY,
                Policy.DEFAULT)
            .findings();

    assertThat(findings)
        .extracting(
            finding ->
                String.join(
                    " | ",
                    finding.rule().id(),
                    String.valueOf(finding.token()),
                    String.valueOf(finding.workspace()),
                    String.valueOf(finding.holder()),
                    String.valueOf(finding.owner()),
                    finding.evidence()))
        .containsExactly(
            "both-sites | t2 | null | null | Wang Fang | so does Wang Fang",
            "busy-workspace | null | w1 | use of workspace w1 | Zhao Lei | Li Wei, Wang Fang",
            "many-tokens | null | null | application shop | Wang Fang | it uses t1, t2, t3");
  }

  @Test
  void lists_of_the_policy_are_compared_with_fields() {
    assertThat(
            rules
                .judge(
                    List.of(SmallWorld.world().get("e1", "/v1/bots/" + SmallWorld.BOT).probed()),
                    SmallWorld.TODAY,
                    Policy.DEFAULT)
                .get(0)
                .findings())
        .extracting(Finding::evidence)
        .containsExactly("Li Wei");
  }
}
