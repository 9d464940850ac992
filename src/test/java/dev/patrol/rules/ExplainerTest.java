package dev.patrol.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Meaning;
import dev.patrol.model.Policy;
import dev.patrol.model.Probed;
import dev.patrol.model.RuleSettings;
import dev.patrol.rules.explain.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainerTest {
  private static final String HEAD =
      """
      package test
      import dev.patrol.model.*
      global Audit audit
      """;

  private final Path folder;

  ExplainerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Explanation explain(Probed probed, @Nullable String endpoint, String rules)
      throws IOException {
    Files.writeString(folder.resolve("test.drl"), HEAD + rules);
    return RuleBook.load(folder, RuleSettings.NONE, Locale.ENGLISH)
        .explain(probed, endpoint, SmallWorld.TODAY, Policy.DEFAULT);
  }

  private static Probed two() {
    return SmallWorld.world()
        .get("e1", "/v1/bots/1")
        .get("e2", "/v1/bots/2")
        .answers("e1", Meaning.ACCEPTED, "0")
        .answers("e2", Meaning.KEY_REFUSED, "4100")
        .probed();
  }

  private static List<String> words(Explanation explanation) {
    return explanation.near().stream()
        .map(
            miss ->
                miss.rule().id() + ":" + miss.line() + " " + miss.condition() + " | " + miss.met())
        .toList();
  }

  @Test
  void the_one_condition_that_does_not_hold_is_told_with_what_it_met() throws IOException {
    Explanation explanation =
        explain(
            two(),
            null,
            """
            rule "alpha" @id(alpha) @guide(hygiene)
            when
                $token : Token(kind == TokenKind.PAT,
                    environment == "production")
            then end
            rule "two misses" @id(two-misses) @guide(hygiene)
            when Token(kind == TokenKind.SAT, environment == "production") then end
            rule "absent" @id(absent) @guide(hygiene)
            when
                $token : Token()
                not Answer(token == $token.id, meaning == Meaning.KEY_REFUSED)
            then end
            rule "lacking" @id(lacking) @guide(hygiene)
            when
                $token : Token()
                KeyAccepted(token == $token.id)
            then end
            rule "eval" @id(eval) @guide(hygiene)
            when
                $token : Token($owner : owner)
                eval($owner.equals("Wang Fang"))
            then end
            """);
    assertThat(words(explanation))
        .containsExactlyInAnyOrder(
            "alpha:7 environment == \"production\" | Token t1: environment = staging",
            "absent:14 not Answer(token == $token.id, meaning == Meaning.KEY_REFUSED)"
                + " | there is Answer t1, e2, key-refused",
            "lacking:19 KeyAccepted(token == $token.id) | there is none",
            "eval:24 eval($owner.equals(\"Wang Fang\")) | $owner = Li Wei");
    assertThat(explanation.unread()).isEmpty();
  }

  @Test
  void facts_of_other_endpoints_are_no_near_misses() throws IOException {
    String rules =
        """
        rule "joined" @id(joined) @guide(hygiene)
        when
            $endpoint : Endpoint(method == "GET")
            Answer(endpoint == $endpoint.id, meaning == Meaning.QUOTA)
        then end
        """;
    assertThat(words(explain(two(), "e2", rules)))
        .containsExactly(
            "joined:7 meaning == Meaning.QUOTA | Answer t1, e2, key-refused: meaning = key-refused");
    assertThat(words(explain(two(), null, rules))).hasSize(1);
  }

  @Test
  void a_call_tells_which_condition_on_its_parts_did_not_hold() throws IOException {
    String rules =
        """
        rule "call" @id(call) @guide(hygiene)
        when
            Call(endpoint.method == "GET",
                answer.meaning == Meaning.QUOTA, key.kind == TokenKind.PAT, $endpoint : endpoint)
            not KeyAccepted(token == $endpoint.token)
        then end
        """;
    assertThat(words(explain(two(), "e2", rules)))
        .containsExactly(
            "call:7 answer.meaning == Meaning.QUOTA | Call e2: answer.meaning = key-refused");
  }

  @Test
  void expressions_and_accumulations_are_looked_into() throws IOException {
    Explanation explanation =
        explain(
            two(),
            "e1",
            """
            rule "from" @id(from) @guide(hygiene)
            when
                $endpoint : Endpoint(operation != null)
                $point : String() from $endpoint.operation().permissions()
                eval($point.equals("chat"))
            then end
            rule "sum" @id(sum) @guide(hygiene)
            when
                $token : Token()
                accumulate(Answer(token == $token.id, $meaning : meaning); $all : collectSet($meaning))
                eval($all.size() == 1)
            then end
            """);
    assertThat(words(explanation))
        .anySatisfy(word -> assertThat(word).startsWith("from:").contains("$point = getMetadata"))
        .anySatisfy(word -> assertThat(word).startsWith("sum:").contains("eval($all.size() == 1)"));
    assertThat(explanation.unread()).isEmpty();
  }

  @Test
  void fired_rules_stand_in_their_order_with_what_they_matched() throws IOException {
    Explanation explanation =
        explain(
            two(),
            "e1",
            """
            rule "first" @id(first) @guide(hygiene) salience 10
            when Answer(endpoint == "e1", $token : token) then insert(new KeyAccepted($token, true, "")); end
            rule "second" @id(second) @guide(hygiene)
            when KeyAccepted($token : token) Today() then end
            rule "other" @id(other) @guide(hygiene)
            when Endpoint(id == "e2") then end
            """);
    assertThat(explanation.firings())
        .extracting(
            fired -> fired.firing().rule().id() + " " + fired.matched() + " " + fired.bound())
        .containsExactly(
            "first [Answer t1, e1, accepted] [$token = t1]",
            "second [KeyAccepted t1, Today] [$token = t1]");
  }
}
