package dev.patrol.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.patrol.catalog.Catalog;
import dev.patrol.model.Answer;
import dev.patrol.model.Endpoint;
import dev.patrol.model.History;
import dev.patrol.model.Meaning;
import dev.patrol.model.Probed;
import dev.patrol.model.Token;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFileTest {
  private final Path folder;

  CaseFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<RuleCase> read(String text) throws IOException {
    Files.writeString(folder.resolve("x.cases.yaml"), text, StandardCharsets.UTF_8);
    return CaseBook.read(folder, Catalog.standard()).cases();
  }

  private Facts facts(String world) throws IOException {
    String indented = world.indent(6);
    return read("r:\n  firing:\n    - case: one\n" + indented).get(0).facts();
  }

  private List<String> problems(String text) {
    ProblemsException e = catchThrowableOfType(ProblemsException.class, () -> read(text));
    return e.problems().stream()
        .map(problem -> problem.toString().substring(folder.toString().length() + 1))
        .toList();
  }

  @Test
  void what_is_not_said_is_healthy() throws IOException {
    Probed probed = facts("").dossiers().get(0);
    Token token = probed.dossier().token();
    assertThat(token.id()).isEqualTo("t1");
    assertThat(token.owner()).isEqualTo("Li Wei");
    assertThat(token.permissions().items()).containsExactly("getMetadata");
    assertThat(token.workspaces().items()).containsExactly("7501100000000000011");
    assertThat(probed.dossier().endpoints()).extracting(Endpoint::id).containsExactly("e1");
    assertThat(probed.answers()).extracting(Answer::meaning).containsExactly(Meaning.ACCEPTED);
    assertThat(probed.identity().meaning()).isEqualTo(Meaning.ACCEPTED);
  }

  @Test
  void columns_attributes_and_empty_cells_are_those_of_the_inventory() throws IOException {
    Token token =
        facts("token: {owner: null, cost-centre: 4711, permissions: [chat, listBot]}")
            .dossiers()
            .get(0)
            .dossier()
            .token();
    assertThat(token.owner()).isNull();
    assertThat(token.ownerEmail()).isNull();
    assertThat(token.attributes()).containsEntry("cost-centre", "4711");
    assertThat(token.permissions().items()).containsExactlyInAnyOrder("chat", "listBot");
  }

  @Test
  void an_answer_gets_its_meaning_from_code_message_and_status() throws IOException {
    Facts facts =
        facts(
            """
            endpoints: [{}, {}, {}, {}]
            answers:
              e1: {code: 4101, msg: no permission}
              e2: {status: 404, code: 4000}
              e3: {failure: timeout}
              e4: {skipped: token-cap}
            """);
    assertThat(facts.dossiers().get(0).answers())
        .extracting(Answer::meaning)
        .containsExactly(
            Meaning.RIGHT_REFUSED, Meaning.WRONG_PATH, Meaning.SERVICE, Meaning.NOT_ASKED);
    assertThat(facts.dossiers().get(0).answers())
        .extracting(Answer::probe)
        .containsExactly("sent", "sent", "failed-timeout", "skipped-token-cap");
  }

  @Test
  void a_call_that_an_audit_would_not_send_is_skipped_for_its_reason() throws IOException {
    Facts facts =
        facts(
            """
            endpoints:
              - {method: POST, url: https://api.coze.cn/v3/chat, body: '{}'}
              - {url: https://www.coze.cn/v1/bots/7502200000000000017}
              - {probe: never}
              - {url: https://api.coze.cn/v1/nothing}
            """);
    assertThat(facts.dossiers().get(0).answers())
        .extracting(Answer::probe)
        .containsExactly(
            "skipped-side-effect", "skipped-host", "skipped-never", "skipped-unknown-operation");
  }

  @Test
  void earlier_nights_follow_from_their_number() throws IOException {
    History past =
        facts("past: [{endpoint: e1, failing-nights: 2, changes: 3}]")
            .dossiers()
            .get(0)
            .past()
            .get(0);
    assertThat(past.failingWithTonight()).isEqualTo(3);
    assertThat(past.changes()).isEqualTo(3);
    assertThat(past.failingSince()).isEqualTo("2026-11-20T02:00:00Z");
    assertThat(past.lastGood()).isEqualTo("2026-11-19T02:00:00Z");
  }

  @Test
  void policy_and_time_are_the_cases_own() throws IOException {
    Facts facts =
        facts("policy: {expiry-days: [5]}\nnow: 2027-01-05T10:00:00+08:00\nzone: Asia/Shanghai");
    assertThat(facts.policy().expiryDays()).containsExactly(5);
    assertThat(facts.today().date()).isEqualTo("2027-01-05");
    assertThat(facts.dossiers().get(0).dossier().token().expiresAt())
        .isEqualTo("2027-01-22T15:59:59.999999999Z");
  }

  @Test
  void all_mistakes_are_told_at_once_with_their_places() {
    String text =
        """
        r:
          firing:
            - case: one
              token: {expire_at: 2026-11-21}
              ofline: true
          near-mis:
            - case: two
          clean:
            - case: three
              token: {expires_at: soon}
              answers: {e7: {code: 0}}
            - case: four
              finds: [t1]
              policy: {expiry-day: [3]}
        """;
    assertThat(problems(text))
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .isEqualTo(
                        "x.cases.yaml:4:15: expire_at: no column of tokens.csv"
                            + " (did you mean expires_at?)"),
            second ->
                assertThat(second)
                    .startsWith("x.cases.yaml:5:7: ofline: expected one of ")
                    .endsWith("(did you mean offline?)"),
            third -> assertThat(third).startsWith("x.cases.yaml:6:3: near-mis: expected one of"),
            fourth ->
                assertThat(fourth)
                    .isEqualTo(
                        "x.cases.yaml:9:7: answers: the case has no endpoint e7"
                            + " (did you mean e1?)"),
            fifth ->
                assertThat(fifth).startsWith("x.cases.yaml:10:27: expires_at: expected a date"),
            sixth ->
                assertThat(sixth)
                    .isEqualTo("x.cases.yaml:13:15: finds: a clean case finds nothing of its rule"),
            seventh ->
                assertThat(seventh)
                    .isEqualTo(
                        "x.cases.yaml:14:16: policy.expiry-day: no such setting"
                            + " (did you mean expiry-days?)"));
  }

  @Test
  void a_fault_of_the_inventory_may_be_wanted_and_must_then_be_there() throws IOException {
    assertThat(facts("workspaces: []\nissues: [workspace, workspaces]").estate().workspaces())
        .isEmpty();
    assertThat(problems("r:\n  clean:\n    - case: one\n      issues: [secret]\n"))
        .containsExactly(
            "x.cases.yaml:3:7: issues: the inventory finds no fault with a cell secret");
  }

  @Test
  void names_stand_once_and_cases_are_a_list() {
    assertThat(problems("r:\n  firing:\n    - case: a\n    - case: a\n  clean: {case: b}\n"))
        .containsExactly(
            "x.cases.yaml:4:7: case: expected each name once, \"a\" stands above",
            "x.cases.yaml:5:10: clean: expected a list of cases, each beginning with \"- case:\"");
  }
}
