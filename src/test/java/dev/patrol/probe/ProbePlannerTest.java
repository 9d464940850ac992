package dev.patrol.probe;

import static dev.patrol.probe.Samples.API;
import static dev.patrol.probe.Samples.BOT_GET;
import static dev.patrol.probe.Samples.CATEGORIES;
import static dev.patrol.probe.Samples.CATEGORY_LIST;
import static dev.patrol.probe.Samples.CHAT;
import static dev.patrol.probe.Samples.DOCUMENT_LIST;
import static dev.patrol.probe.Samples.TOKEN;
import static dev.patrol.probe.Samples.WORKSPACE_LIST;
import static dev.patrol.probe.Samples.botGet;
import static dev.patrol.probe.Samples.dossier;
import static dev.patrol.probe.Samples.endpoint;
import static dev.patrol.probe.Samples.planner;
import static dev.patrol.probe.Samples.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.BodyType;
import dev.patrol.model.Dossier;
import dev.patrol.model.Endpoint;
import dev.patrol.model.ProbeMode;
import dev.patrol.model.Scope;
import dev.patrol.model.Secret;
import dev.patrol.model.SideEffect;
import dev.patrol.model.Site;
import dev.patrol.model.TokenStatus;
import dev.patrol.probe.Decision.Ask;
import dev.patrol.probe.Decision.Skip;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbePlannerTest {
  private static final ProbeSettings DEFAULTS = ProbeSettings.defaults();

  @Test
  void identifies_by_an_operation_without_a_point_unless_the_point_is_declared() {
    assertThat(urls(planner(DEFAULTS).plan(dossier()))).containsExactly(CATEGORIES);
    Dossier declared =
        new Dossier(
            token("bot").site(Site.COM).permissions(Scope.of(List.of("listWorkspace"))).build(),
            List.of(),
            List.of());
    assertThat(urls(planner(DEFAULTS).plan(declared)))
        .containsExactly("https://api.coze.com/v1/workspaces?page_num=1&page_size=1");
  }

  @Test
  void sends_nothing_for_a_token_without_a_usable_value() {
    for (Optional<Secret> secret :
        List.of(Optional.<Secret>empty(), Optional.of(new Secret("a b")))) {
      ProbePlanner planner =
          new ProbePlanner(DEFAULTS, CATEGORY_LIST, WORKSPACE_LIST, token -> secret);
      DossierPlan plan = planner.plan(dossier(botGet("a", "1")));
      assertThat(plan.requests()).isEmpty();
      assertThat(plan.identity()).isEqualTo(new Skip(SkipReason.NO_SECRET));
      assertThat(plan.endpoints()).containsExactly(new Skip(SkipReason.NO_SECRET));
    }
  }

  @Test
  void asks_for_no_secret_when_offline() {
    ProbePlanner planner =
        new ProbePlanner(
            ProbeSettings.builder().offline(true).build(),
            CATEGORY_LIST,
            WORKSPACE_LIST,
            token -> {
              throw new AssertionError("a secret was asked for");
            });
    assertThat(planner.plan(dossier(botGet("a", "1"))).endpoints())
        .containsExactly(new Skip(SkipReason.OFFLINE));
  }

  @Test
  void probes_a_token_that_is_declared_dead() {
    Dossier dead =
        new Dossier(token("bot").status(TokenStatus.DISABLED).build(), List.of(), List.of());
    assertThat(planner(DEFAULTS).plan(dead).requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "AUTO, NONE, ''",
    "AUTO, WRITE, side-effect",
    "AUTO, COST, side-effect",
    "ALWAYS, COST, ''",
    "NEVER, NONE, never"
  })
  void sends_side_effects_only_on_the_users_word(
      ProbeMode mode, SideEffect sideEffect, String reason) {
    Endpoint endpoint =
        endpoint("a", "POST", API + "/v3/chat")
            .operation(Samples.operation("x", "POST", "/v3/chat", sideEffect))
            .probe(mode)
            .body("{}")
            .build();
    assertThat(reason(endpoint)).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.coze.cn/v1/bots/1",
        "https://api.coze.com/v1/bots/1",
        "https://www.coze.cn/v1/bots/1",
        "https://api.coze.cn:8443/v1/bots/1",
        "https://api.coze.cn@evil.example/v1/bots/1",
        "https://user@api.coze.cn/v1/bots/1",
        "https://user:word@api.coze.cn/v1/bots/1",
        "https://api.coze.cn.evil.example/v1/bots/1",
        "https://api.coze.cn./v1/bots/1",
        "https://api。coze。cn/v1/bots/1",
        "https://127.0.0.1/v1/bots/1",
        "https://coze.example.internal/v1/bots/1"
      })
  void keeps_the_token_from_every_other_host(String url) {
    for (ProbeMode mode : List.of(ProbeMode.AUTO, ProbeMode.ALWAYS)) {
      Endpoint endpoint = endpoint("a", "GET", url).operation(BOT_GET).probe(mode).build();
      assertThat(reason(endpoint)).isEqualTo("host");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://API.coze.cn/v1/bots/1",
        "https://api.coze.cn:443/v1/bots/1",
        "HTTPS://api.coze.cn/v1/bots/1",
        "https://coze.example.internal:8888/v1/bots/1"
      })
  void sends_to_hosts_on_the_list_however_they_are_written(String url) {
    assertThat(reason(endpoint("a", "GET", url).operation(BOT_GET).build())).isEmpty();
  }

  @Test
  void allows_further_hosts_for_one_site_only() {
    ProbeSettings settings =
        ProbeSettings.builder().hosts(Site.CN, List.of("gw.example:8443")).build();
    Endpoint endpoint =
        endpoint("a", "GET", "https://gw.example:8443/v1/bots/1").operation(BOT_GET).build();
    Dossier other = new Dossier(token("bot").site(Site.COM).build(), List.of(endpoint), List.of());
    assertThat(planner(settings).plan(dossier(endpoint)).endpoints())
        .containsExactly(new Ask(1, false));
    assertThat(planner(settings).plan(other).endpoints())
        .containsExactly(new Skip(SkipReason.HOST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.coze.cn/v1/bots/..",
        "https://api.coze.cn/v1/x/%2e%2E/bots/1",
        "https://api.coze.cn/v1/bots/.",
        "https://api.coze.cn/v1\\bots/1",
        "https://api.coze.cn\\@evil.example/v1/bots/1",
        "https://api.coze.cn/v1/bots/a\t/../1",
        "https://",
        "https://api.coze.cn:99999/v1/bots/1",
        "v1/bots/1"
      })
  void refuses_urls_that_would_not_be_sent_as_written(String url) {
    assertThat(reason(endpoint("a", "GET", url).operation(BOT_GET).build()))
        .isEqualTo("unreadable-url");
  }

  @Test
  void sends_placeholders_percent_encoded() {
    DossierPlan plan =
        planner(DEFAULTS).plan(dossier(botGet("a", "{bot_id}?x=7381****&y={id}#top")));
    assertThat(urls(plan)).last().isEqualTo(API + "/v1/bots/%7Bbot_id%7D?x=7381****&y=%7Bid%7D");
  }

  @Test
  void leaves_out_parameters_that_carry_a_token() {
    String url =
        API
            + "/v1/bots/1?a=&Authorization=x&b&access_token=y&to%6ben=z&api_key=1&c={token}"
            + "&d=Bearer%20"
            + TOKEN
            + "&e=%7Btoken%7D&f=pat%5FSOMEBODYELSES1&sat_OTHER12345&a=2";
    DossierPlan plan =
        planner(DEFAULTS).plan(dossier(endpoint("a", "GET", url).operation(BOT_GET).build()));
    assertThat(urls(plan)).last().isEqualTo(API + "/v1/bots/1?a=&b&a=2");
    assertThat(plan.requests().toString()).doesNotContain(TOKEN);
  }

  @Test
  void refuses_a_path_or_body_that_carries_a_token() {
    assertThat(reason(botGet("a", TOKEN))).isEqualTo("secret-in-url");
    assertThat(reason(botGet("a", "{token}"))).isEqualTo("secret-in-url");
    for (String body :
        List.of("{\"t\":\"{token}\"}", "{\"t\":\"" + TOKEN + "\"}", "sat_OTHER12345")) {
      Endpoint endpoint =
          endpoint("a", "POST", API + DOCUMENT_LIST.path())
              .operation(DOCUMENT_LIST)
              .body(body)
              .build();
      assertThat(reason(endpoint)).isEqualTo("secret-in-body");
    }
  }

  @Test
  void finds_a_token_without_a_known_prefix_too() {
    ProbePlanner planner =
        new ProbePlanner(
            DEFAULTS, CATEGORY_LIST, WORKSPACE_LIST, t -> Optional.of(new Secret("abc/d+e=fgh")));
    DossierPlan plan = planner.plan(dossier(botGet("a", "1?x=abc%2Fd%2Be%3Dfgh&y=1")));
    assertThat(urls(plan)).last().isEqualTo(API + "/v1/bots/1?y=1");
  }

  @Test
  void names_why_the_rest_is_not_sent() {
    assertThat(reason(endpoint("a", "WS", "wss://ws.coze.cn/v1/chat").build()))
        .isEqualTo("websocket");
    assertThat(reason(endpoint("a", "GET", API + "/v1/nothing").build()))
        .isEqualTo("unknown-operation");
    assertThat(
            reason(
                endpoint("a", "POST", API + "/api/permission/oauth2/token")
                    .operation(
                        Samples.operation(
                            "t", "POST", "/api/permission/oauth2/token", SideEffect.WRITE))
                    .probe(ProbeMode.ALWAYS)
                    .build()))
        .isEqualTo("oauth-flow");
    assertThat(
            reason(
                endpoint("a", "POST", API + "/v1/files/upload")
                    .operation(
                        Samples.operation(
                            "u", "POST", "/v1/files/upload", SideEffect.WRITE, BodyType.MULTIPART))
                    .probe(ProbeMode.ALWAYS)
                    .build()))
        .isEqualTo("multipart");
    assertThat(
            reason(
                endpoint("a", "POST", API + DOCUMENT_LIST.path())
                    .operation(DOCUMENT_LIST)
                    .bodyUnknown(true)
                    .build()))
        .isEqualTo("body-unknown");
  }

  @Test
  void does_not_identify_a_token_that_is_used_on_own_installations_only() {
    Endpoint own =
        endpoint("a", "GET", "https://coze.example.internal:8888/v1/bots/1")
            .operation(BOT_GET)
            .build();
    ProbePlanner planner = planner(selfHosted());
    assertThat(planner.plan(dossier(own)).identity()).isEqualTo(new Skip(SkipReason.SELF_HOSTED));
    assertThat(planner.plan(dossier(own, botGet("b", "1"))).identity())
        .isEqualTo(new Ask(0, false));
  }

  @Test
  void plans_equal_requests_once() {
    Endpoint identity = endpoint("c", "GET", CATEGORIES).operation(CATEGORY_LIST).build();
    DossierPlan plan =
        planner(DEFAULTS)
            .plan(dossier(botGet("a", "1"), botGet("b", "1?token=x"), identity, botGet("d", "2")));
    assertThat(plan.identity()).isEqualTo(new Ask(0, false));
    assertThat(plan.endpoints())
        .containsExactly(new Ask(1, false), new Ask(1, true), new Ask(0, true), new Ask(2, false));
    assertThat(plan.requests())
        .extracting(PlannedRequest::endpoints)
        .containsExactly(List.of("c"), List.of("a", "b"), List.of("d"));
  }

  @Test
  void tells_bodies_and_types_apart() {
    DossierPlan plan =
        planner(DEFAULTS)
            .plan(
                dossier(
                    documents("a", "{}", null),
                    documents("b", "{ }", null),
                    documents("c", "{}", "text/plain"),
                    documents("d", "{}", "application/json")));
    assertThat(plan.endpoints())
        .containsExactly(new Ask(1, false), new Ask(2, false), new Ask(3, false), new Ask(1, true));
  }

  @Test
  void applies_the_caps_in_planning_order() {
    ProbePlanner planner = planner(ProbeSettings.builder().perTokenCap(3).perRunCap(5).build());
    Dossier dossier =
        dossier(botGet("a", "1"), botGet("b", "2"), botGet("c", "3"), botGet("d", "1"));
    assertThat(planner.plan(dossier).endpoints())
        .containsExactly(
            new Ask(1, false), new Ask(2, false), new Skip(SkipReason.TOKEN_CAP), new Ask(1, true));
    assertThat(planner.plan(dossier).endpoints())
        .containsExactly(
            new Ask(1, false),
            new Skip(SkipReason.RUN_CAP),
            new Skip(SkipReason.RUN_CAP),
            new Ask(1, true));
    assertThat(planner.plan(dossier).identity()).isEqualTo(new Skip(SkipReason.RUN_CAP));
  }

  @Test
  void counts_what_a_run_costs() {
    ProbePlanner planner = planner(DEFAULTS);
    planner.plan(dossier(botGet("a", "1"), botGet("b", "1")));
    planner.plan(new Dossier(token("other").build(), List.of(chat("c")), List.of()));
    PlanTotals totals = planner.totals();
    assertThat(totals.requests()).isEqualTo(3);
    assertThat(totals.perAccount()).hasToString("{acme=2, other=1}");
    assertThat(totals.skipped()).hasToString("{SIDE_EFFECT=1}");
  }

  private static Endpoint chat(String id) {
    return endpoint(id, "POST", API + "/v3/chat").operation(CHAT).body("{}").build();
  }

  private static Endpoint documents(String id, String body, @Nullable String contentType) {
    return endpoint(id, "POST", API + DOCUMENT_LIST.path())
        .operation(DOCUMENT_LIST)
        .body(body)
        .contentType(contentType)
        .build();
  }

  private static ProbeSettings selfHosted() {
    return ProbeSettings.builder().selfHosted(List.of("coze.example.internal:8888")).build();
  }

  /** Why the endpoint is not sent, or nothing when it is. */
  private static String reason(Endpoint endpoint) {
    Decision decision = planner(selfHosted()).plan(dossier(endpoint)).endpoints().get(0);
    return decision instanceof Skip skip ? skip.reason().id() : "";
  }

  private static List<String> urls(DossierPlan plan) {
    return plan.requests().stream().map(PlannedRequest::url).toList();
  }
}
