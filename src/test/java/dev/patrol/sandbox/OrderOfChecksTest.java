package dev.patrol.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Site;
import dev.patrol.model.TokenKind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call with several faults gets the first one's answer. */
final class OrderOfChecksTest {
  private static final String HOME = "7501100000000000011";
  private static final String ELSEWHERE = "7501100000000000029";
  private static Client client;

  @BeforeAll
  static void start() {
    World.Builder world =
        World.builder()
            .resource("7502200000000000017", HOME)
            .resource("7502200000000000018", ELSEWHERE)
            .resource("7502200000000000404", HOME)
            .resource("7502200000000000405", ELSEWHERE)
            .resource("7502200000000000025", HOME)
            .missing("7502200000000000404")
            .missing("7502200000000000405")
            .missing("7506600000000000404")
            .missing("7507700000000000404")
            .missing("7505500000000000404")
            .unpublished("7502200000000000025")
            .unpublished("7505500000000000025");
    for (Site site : Site.values()) {
      world
          .token(
              TokenTruth.builder("able-" + site.id(), "pat_TESTONLYable000001" + site.id())
                  .site(site)
                  .workspaces(HOME))
          .token(
              TokenTruth.builder("unable-" + site.id(), "pat_TESTONLYunable0001" + site.id())
                  .site(site)
                  .permissions("listWorkspace")
                  .workspaces(HOME))
          .token(
              TokenTruth.builder("dead-" + site.id(), "pat_TESTONLYdead000001" + site.id())
                  .site(site)
                  .alive(false))
          .token(
              TokenTruth.builder("oauth-" + site.id(), "czu_TESTONLYoauth00001" + site.id())
                  .site(site)
                  .kind(TokenKind.OAUTH)
                  .workspaces(HOME));
    }
    client = new Client(world.build());
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  @ParameterizedTest(name = "{0} {1} {2} {3} -> {5} {6}")
  @CsvSource(
      nullValues = "-",
      value = {
        // path before everything else
        "dead,   GET,  /v1/bot/no_such_info?bot_id=x,                   -, ignored, 404, 4000",
        "able,   POST, /v1/bot/get_online_info?bot_id=7502200000000000017, {}, ignored, 404, 4000",
        "able,   GET,  /v3/chat,                                        -, ignored, 404, 4000",
        // key before permission, workspace, parameters and resource
        "dead,   POST, /v3/chat,  {}, incorrect, 200, 4101",
        "dead,   GET,  /v3/chat/retrieve, -, invalid, 401, 700012006",
        "dead,   POST, /v3/chat/cancel, {}, invalid, 401, 700012006",
        "dead,   GET,  /v3/chat/message/list, -, invalid, 401, 700012006",
        // permission before parameters and resource
        "unable, GET,  /v1/bots/7502200000000000017, -, '(没有访问|permission)', 200, 4101",
        "unable, GET,  /v1/bots/7502200000000000404, -, '(没有访问|permission)', 200, 4101",
        "unable, GET,  /v1/bot/get_online_info, -, '(没有权限|permission)', 200, 4101",
        "unable, POST, /v3/chat, {}, '(没有权限|permission)', 200, 4101",
        // workspace before parameters and resource
        "able,   GET,  /v1/bots/7502200000000000018, -, '(没有访问|permission)', 200, 4101",
        "able,   GET,  /v1/bots/7502200000000000405, -, '(没有访问|permission)', 200, 4101",
        "able,   GET,  /v1/bots?workspace_id=7501100000000000029, -, '(没有访问|perm)', 200, 4101",
        "able,   GET,  /v1/workflows?workspace_id=7501100000000000029, -, '(没有访|perm)', 200, 4101",
        // parameters before resource
        "able,   GET,  /v1/workflows?workspace_id=7501100000000000011, -, parameter, 200, 4000",
        "able,   GET,  /v1/bot/get_online_info, -, parameter, 200, 4000",
        "able,   GET,  /v3/chat/retrieve?conversation_id=7506600000000000404, -, param, 200, 4000",
        "able,   POST, /v3/chat, '{\"bot_id\":\"7502200000000000404\"}', parameter, 200, 4000",
        "able,   POST, /v3/chat, '{\"bot_id\":', parameter, 200, 4000",
        // the resource last
        "able,   GET,  /v1/bots/7502200000000000404, -, =7502200000000000404 , 200, 4200",
        "able,   POST, /v3/chat, '{\"bot_id\":\"7502200000000000404\",\"user_id\":\"u\"}', invalid bot, 200, 4006",
        "able,   POST, /v3/chat, '{\"bot_id\":\"7502200000000000025\",\"user_id\":\"u\"}', not been published, 200, 4015",
        "able,   GET,  /v1/bots/7502200000000000025, -, 7502200000000000025 has not, 200, 4015",
        "able,   GET,  /v1/bots/7502200000000000025?is_published=false, -, '', 200, 0",
        "able,   GET,  /v1/conversation/retrieve?conversation_id=7506600000000000404, -, conversation, 200, 4002",
        "able,   GET,  /v3/chat/retrieve?conversation_id=7506600000000000011&chat_id=7507700000000000404, -, chat, 200, 4001",
        "able,   POST, /v1/workflow/run, '{\"workflow_id\":\"7505500000000000404\"}', 资源未找到, 200, 4200",
        "able,   POST, /v1/workflow/run, '{\"workflow_id\":\"7505500000000000025\"}', 资源未找到, 200, 4200",
        // and nothing wrong
        "able,   GET,  /v1/bots/7502200000000000017, -, '', 200, 0",
        "able,   GET,  /v1/workspaces, -, '', 200, 0",
      })
  void the_first_fault_decides(
      String token,
      String method,
      String target,
      @Nullable String body,
      String msg,
      int status,
      String code)
      throws IOException {
    for (Site site : Site.values()) {
      Client.Shown shown =
          client.ask(method, site.apiHost(), target, "Bearer " + secret(token, site), body);
      assertThat(shown.brief()).as(site + " " + shown.body()).isEqualTo(status + " " + code);
      if (!msg.equals("ignored")) {
        assertThat(shown.msg()).containsPattern(msg);
      }
    }
  }

  @Test
  void each_site_says_in_its_own_language_that_a_right_is_missing() throws IOException {
    String target = "/v1/bots/7502200000000000018";
    assertThat(client.get(Client.CN, target, secret("able", Site.CN)).msg())
        .startsWith("您输入的 token 没有访问 bot_id = 7502200000000000018 的权限");
    assertThat(client.get(Client.COM, target, secret("able", Site.COM)).msg())
        .startsWith("Your token does not have permission to access resource.");
  }

  @Test
  void a_post_to_chat_retrieve_works_with_a_pat_and_not_with_an_oauth_token() throws IOException {
    String target =
        "/v3/chat/retrieve?conversation_id=7506600000000000011&chat_id=7507700000000000014";
    assertThat(client.post(Client.CN, target, secret("able", Site.CN), "").brief())
        .isEqualTo("200 0");
    Client.Shown refused = client.post(Client.CN, target, secret("oauth", Site.CN), "");
    assertThat(refused.brief()).isEqualTo("200 4100");
    assertThat(refused.msg()).isEqualTo("authentication is invalid");
    assertThat(client.get(Client.CN, target, secret("oauth", Site.CN)).brief()).isEqualTo("200 0");
  }

  @Test
  void account_level_operations_do_not_ask_for_a_workspace() throws IOException {
    assertThat(client.get(Client.CN, "/v1/audio/voices", secret("able", Site.CN)).brief())
        .isEqualTo("200 0");
  }

  private static String secret(String token, Site site) {
    return switch (token) {
          case "able" -> "pat_TESTONLYable000001";
          case "unable" -> "pat_TESTONLYunable0001";
          case "dead" -> "pat_TESTONLYdead000001";
          default -> "czu_TESTONLYoauth00001";
        }
        + site.id();
  }
}
