package dev.patrol.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Answer;
import dev.patrol.model.Application;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Dossier;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Estate;
import dev.patrol.model.Judgement;
import dev.patrol.model.Mark;
import dev.patrol.model.Needs;
import dev.patrol.model.Place;
import dev.patrol.model.Policy;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import dev.patrol.model.TokenState;
import dev.patrol.model.TokenUse;
import dev.patrol.model.Verdict;
import dev.patrol.model.Workspace;
import dev.patrol.model.WorkspaceUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EstateSurveyTest {
  private static final Place PLACE = new Place("endpoints.csv", 2);
  private static final Workspace HALL =
      new Workspace("w1", "Hall", "Li Wei", null, null, null, null, null, Map.of(), PLACE);

  private final EstateSurvey survey = new EstateSurvey();

  @Test
  void an_application_has_all_its_tokens_and_workspaces() {
    survey.add(
        judgement(
            token("t2", "Wang Fang", "test"),
            TokenState.INVALID,
            call("shop", "w2", Verdict.FAIL),
            call("shop", "w1", Verdict.FAIL)));
    survey.add(
        judgement(
            token("t1", "Li Wei", "production"),
            TokenState.VALID,
            call("shop", "w1", Verdict.PASS),
            call("crm", "w1", Verdict.UNKNOWN)));

    List<Application> applications = estate().applications();

    assertThat(applications).extracting(Application::name).containsExactly("crm", "shop");
    Application shop = applications.get(1);
    assertThat(shop.tokenIds()).containsExactly("t1", "t2");
    assertThat(shop.owners()).containsExactly("Li Wei", "Wang Fang");
    assertThat(shop.environments()).containsExactly("production", "test");
    assertThat(shop.workspaces()).containsExactly("w1", "w2");
    assertThat(shop.endpoints()).isEqualTo(3);
    assertThat(shop.failingEndpoints()).isEqualTo(2);
    assertThat(shop.key()).isEqualTo("application shop");
  }

  @Test
  void an_application_knows_when_its_tokens_end() {
    Instant early = Instant.parse("2026-12-01T00:00:00Z");
    Instant late = Instant.parse("2026-12-24T00:00:00Z");

    Application ends = application(late, early);
    assertThat(ends.firstEnd()).isEqualTo(early);
    assertThat(ends.lastEnd()).isEqualTo(late);
    Application open = application(early, null);
    assertThat(open.firstEnd()).isEqualTo(early);
    assertThat(open.lastEnd()).isNull();
  }

  private static Application application(@Nullable Instant... ends) {
    List<TokenUse> tokens = new ArrayList<>();
    for (Instant end : ends) {
      Token token =
          Token.builder("t", TokenKind.SAT, new Place("tokens.csv", 2)).expiresAt(end).build();
      tokens.add(new TokenUse(token, TokenState.VALID, List.of(), List.of(), 1, 0));
    }
    return new Application("shop", tokens, List.of(), 2, 0);
  }

  @Test
  void a_token_is_known_with_its_state_and_what_it_is_used_for() {
    survey.add(
        judgement(
            token("t1", "Li Wei", null),
            TokenState.EXPIRED,
            call("shop", "w2", Verdict.FAIL),
            call("crm", "w1", Verdict.UNKNOWN),
            call(null, null, Verdict.FAIL)));

    TokenUse use = estate().tokens().get(0);

    assertThat(use.id()).isEqualTo("t1");
    assertThat(use.owner()).isEqualTo("Li Wei");
    assertThat(use.dead()).isTrue();
    assertThat(use.applications()).containsExactly("crm", "shop");
    assertThat(use.workspaces()).containsExactly("w1", "w2");
    assertThat(use.endpoints()).isEqualTo(3);
    assertThat(use.failingEndpoints()).isEqualTo(2);
  }

  @Test
  void a_workspace_has_the_tokens_that_call_it_and_its_row_where_there_is_one() {
    survey.add(
        judgement(token("t1", "Li Wei", null), TokenState.VALID, call("shop", "w1", Verdict.PASS)));
    survey.add(
        judgement(token("t2", null, "test"), TokenState.VALID, call("crm", "w2", Verdict.FAIL)));

    List<WorkspaceUse> uses = estate().workspaceUses();

    assertThat(uses).extracting(WorkspaceUse::workspace).containsExactly(HALL, null);
    assertThat(uses.get(1).tokenIds()).containsExactly("t2");
    assertThat(uses.get(1).owners()).isEmpty();
    assertThat(uses.get(1).applications()).containsExactly("crm");
    assertThat(uses.get(1).failingEndpoints()).isEqualTo(1);
  }

  @Test
  void what_no_rule_asks_for_is_not_collected() {
    EstateSurvey narrow = new EstateSurvey(Set.of(Application.class)::contains);
    narrow.add(
        judgement(token("t1", null, null), TokenState.VALID, call("shop", "w1", Verdict.PASS)));

    Estate estate = narrow.estate(List.of(), List.of(HALL), Policy.DEFAULT);

    assertThat(estate.applications()).hasSize(1);
    assertThat(estate.tokens()).isEmpty();
    assertThat(estate.workspaceUses()).isEmpty();
  }

  @Test
  void an_estate_takes_what_its_tokens_are_used_for_later_as_well() {
    Judgement judgement =
        judgement(token("t1", null, null), TokenState.VALID, call("shop", "w1", Verdict.PASS));
    Estate before = estate();
    survey.add(judgement);

    assertThat(EstateSurvey.withUses(before, List.of(judgement))).isEqualTo(estate());
  }

  private Estate estate() {
    return survey.estate(List.of(), List.of(HALL), Policy.DEFAULT);
  }

  private static Token token(String id, @Nullable String owner, @Nullable String environment) {
    return Token.builder(id, TokenKind.PAT, new Place("tokens.csv", 2))
        .owner(owner)
        .environment(environment)
        .build();
  }

  private static Diagnosis call(
      @Nullable String application, @Nullable String workspace, Verdict verdict) {
    Endpoint endpoint =
        Endpoint.builder("e", "t", "GET", "https://api.coze.cn/v1/bots", PLACE)
            .application(application)
            .workspace(workspace)
            .build();
    Map<Cause, Mark> marks = new EnumMap<>(Cause.class);
    Cause.steps().forEach(step -> marks.put(step, new Mark(verdict, "")));
    return new Diagnosis(
        endpoint, verdict, Cause.NONE, List.of(), marks, Answer.skipped("t", "e", "offline"));
  }

  private static Judgement judgement(Token token, TokenState state, Diagnosis... diagnoses) {
    return new Judgement(
        token,
        state,
        Needs.of(new Dossier(token, List.of(), List.of())),
        Answer.skipped(token.id(), null, "offline"),
        List.of(diagnoses),
        List.of());
  }
}
