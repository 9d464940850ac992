package dev.patrol.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Estate;
import dev.patrol.model.Firing;
import dev.patrol.model.Judgement;
import dev.patrol.model.Meaning;
import dev.patrol.model.Policy;
import dev.patrol.model.Probed;
import dev.patrol.model.RuleSettings;
import dev.patrol.model.Ruling;
import dev.patrol.model.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceTest {
  private static final String HEAD =
      """
      package test
      import dev.patrol.model.*
      global Audit audit
      """;

  @Test
  void the_rules_that_fired_stand_in_their_order_with_token_and_endpoint() {
    RuleBook rules = RuleBook.load(Path.of("rules"), RuleSettings.NONE, Locale.ENGLISH);
    Probed probed =
        SmallWorld.world()
            .header("e1", "Bearer  {token}")
            .get("e2", "/v1/bots/" + SmallWorld.BOT)
            .answers("e2", Meaning.ACCEPTED, "0")
            .probed();
    Judgement judgement = rules.judge(List.of(probed), SmallWorld.TODAY, Policy.DEFAULT).get(0);
    List<String> trace = words(judgement.trace());
    assertThat(trace)
        .containsSubsequence("key-proven t1 e1", "key-accepted t1 null")
        .contains("header-with-spaces t1 e1")
        .doesNotContain("header-with-spaces t1 e2");
    assertThat(judgement.findings())
        .allSatisfy(
            finding ->
                assertThat(judgement.trace())
                    .anySatisfy(
                        firing -> {
                          assertThat(firing.rule()).isEqualTo(finding.rule());
                          assertThat(firing.endpoint()).isEqualTo(finding.endpoint());
                        }));
  }

  @Test
  void a_rule_that_names_no_token_fired_for_whoever_holds_the_workspace(@TempDir Path folder)
      throws IOException {
    RuleBook rules =
        book(
            folder,
            """
            rule "a workspace" @id(a-workspace) @guide(hygiene)
            when Workspace(id == "7501100000000000011") then end
            rule "any day" @id(any-day) @guide(hygiene)
            when Today() then end
            """);
    List<Probed> batch = new ArrayList<>();
    batch.add(Renamed.token(SmallWorld.world().get("e1", "/v1/bots/1").probed(), "t1"));
    batch.add(
        Renamed.token(SmallWorld.world().noWorkspaces().get("e1", "/v1/bots/1").probed(), "t2"));
    List<Judgement> together = rules.judge(batch, SmallWorld.TODAY, Policy.DEFAULT);
    assertThat(words(together.get(0).trace()))
        .containsExactlyInAnyOrder("a-workspace t1 null", "any-day t1 null");
    assertThat(words(together.get(1).trace())).containsExactly("any-day t2 null");
    for (int i = 0; i < batch.size(); i++) {
      assertThat(rules.judge(List.of(batch.get(i)), SmallWorld.TODAY, Policy.DEFAULT).get(0))
          .isEqualTo(together.get(i));
    }
  }

  @Test
  void a_call_is_of_its_endpoint_with_all_that_belongs_to_it(@TempDir Path folder)
      throws IOException {
    RuleBook rules =
        book(
            folder,
            """
            rule "answered" @id(answered) @guide(hygiene)
            when Call(answer.meaning == Meaning.ACCEPTED, answer.endpoint == endpoint.id, key.id == token) then end
            rule "at home" @id(at-home) @guide(hygiene)
            when Call(home != null, home.id == endpoint.workspace) then end
            rule "past" @id(past) @guide(hygiene)
            when Call(past != null, past.endpoint == id, past.changes == 5) then end
            rule "both" @id(both) @guide(hygiene)
            when
                Call($endpoint : endpoint, $answer : answer)
                Endpoint(this == $endpoint)
                Answer(this == $answer)
            then end
            """);
    SmallWorld world =
        SmallWorld.world()
            .get("e1", "/v1/workspaces")
            .get("e2", "/v1/bots/" + SmallWorld.BOT)
            .answers("e2", Meaning.ACCEPTED, "0")
            .answers("e1", Meaning.QUOTA, "4009")
            .past(null, 0, 5)
            .past("e1", 0, 5);
    Judgement judgement =
        rules.judge(List.of(world.probed()), SmallWorld.TODAY, Policy.DEFAULT).get(0);
    assertThat(words(judgement.trace()))
        .contains("answered t1 e2", "past t1 e1", "both t1 e1", "both t1 e2")
        .doesNotContain("answered t1 e1", "past t1 e2");
    assertThat(words(judgement.trace()).stream().filter(fired -> fired.startsWith("at-home")))
        .hasSize(
            (int)
                world.probed().dossier().endpoints().stream()
                    .filter(endpoint -> endpoint.workspace() != null)
                    .count());
  }

  @Test
  void the_last_round_keeps_a_trace_too(@TempDir Path folder) throws IOException {
    RuleBook rules =
        book(
            folder,
            """
            rule "a workspace" @id(a-workspace) @guide(hygiene)
            when Workspace() then end
            """);
    List<Workspace> workspaces = SmallWorld.world().probed().dossier().workspaces();
    Ruling ruling =
        rules.judge(new Estate(workspaces, List.of(), List.of()), SmallWorld.TODAY, Policy.DEFAULT);
    assertThat(words(ruling.trace()))
        .containsExactly("a-workspace null null", "a-workspace null null");
  }

  private static RuleBook book(Path folder, String text) throws IOException {
    Files.writeString(folder.resolve("test.drl"), HEAD + text);
    return RuleBook.load(folder, RuleSettings.NONE, Locale.ENGLISH);
  }

  private static List<String> words(List<Firing> trace) {
    return trace.stream()
        .map(firing -> firing.rule().id() + " " + firing.token() + " " + firing.endpoint())
        .toList();
  }
}
