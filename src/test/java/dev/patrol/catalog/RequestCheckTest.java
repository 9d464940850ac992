package dev.patrol.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Address;
import dev.patrol.model.Operation;
import dev.patrol.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestCheckTest {
  private static final String API = "https://api.coze.cn";
  private static final String ID = "7510000000000000001";
  private static final Catalog CATALOG = Catalog.standard();

  @ParameterizedTest
  @CsvSource({
    "GET, https://api.coze.cn/v1/plugins/mget?ids=1, plugin-batch-get",
    "GET, https://api.coze.cn/v1/plugins/7510000000000000001, plugin-get",
    "POST, https://api.coze.cn/v1/workflows/chat, workflow-chat",
    "GET, https://api.coze.cn/v1/workflows/7510000000000000001, workflow-get",
    "WS, wss://ws.coze.cn/v1/chat, ws-chat",
    "GET, wss://ws.coze.cn/v1/chat, ws-chat",
    "WS, wss://ws.coze.cn/v1/audio/speech, ws-audio-speech",
    "POST, https://api.coze.cn/v1/audio/speech, audio-speech-create",
    "WS, ws.coze.cn/v1/audio/speech, ws-audio-speech",
    "GET, api.coze.cn/v1/workspaces, workspace-list",
    "GET, http://localhost:8888/v1/workspaces, workspace-list",
    "GET, https://www.coze.cn/api/permission/oauth2/authorize, oauth-authorize",
  })
  void most_literal_template_of_the_protocol_wins(String method, String url, String id) {
    assertThat(check(method, url, null).operation())
        .isNotNull()
        .extracting(Operation::id)
        .isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, https://api.coze.cn/v1/workflows/chat, POST /v1/workflows/chat",
    "get, https://api.coze.cn/v1/bots/7510000000000000001, GET /v1/bots/{bot_id}",
    "POST, https://api.coze.cn/v3/chat/retrieve, GET /v3/chat/retrieve",
    "PATCH, https://api.coze.cn/v1/conversations/7510000000000000001, PUT"
        + " /v1/conversations/{conversation_id}",
    "POST, https://api.coze.cn/v1/conversations/create, POST /v1/conversation/create",
    "POST, wss://ws.coze.cn/v1/chat, WS /v1/chat",
    "GET, https://api.coze.cn/v1/audio/speech, POST /v1/audio/speech",
    "WS, https://ws.coze.cn/v1/audio/speech, WS /v1/audio/speech",
  })
  void documented_path_with_another_method_is_a_wrong_method(
      String method, String url, String nearest) {
    RequestCheck check = check(method, url, null);

    assertThat(check.operation()).isNull();
    assertThat(check.wrongMethod()).isTrue();
    assertThat(check.nearest()).isEqualTo(nearest);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, https://api.coze.cn/v1/bots/7510000000000000001/, GET /v1/bots/{bot_id}",
    "GET, https://api.coze.cn//v1/bots/7510000000000000001, GET /v1/bots/{bot_id}",
    "GET, https://api.coze.cn/v1//bots, GET /v1/bots",
    "GET, https://api.coze.cn/v1/bots/, GET /v1/bots",
    "GET, https://api.coze.cn/V1/Bots/7510000000000000001, GET /v1/bots/{bot_id}",
    "GET, https://api.coze.cn/v1/bot/7510000000000000001, GET /v1/bots/{bot_id}",
    "GET, https://api.coze.cn/v1/bot/{bot_id}, GET /v1/bots/{bot_id}",
    "GET, https://api.coze.cn/bots/7510000000000000001, GET /v1/bots/{bot_id}",
    "GET, https://api.coze.cn/v2/bots/7510000000000000001, GET /v1/bots/{bot_id}",
    "GET, https://api.coze.cn/api/v1/workspaces, GET /v1/workspaces",
    "GET, https://api.coze.cn/v1/workspace, GET /v1/workspaces",
    "POST, https://api.coze.cn/v1/chat, POST /v3/chat",
    "POST, https://api.coze.cn/v3/chats, POST /v3/chat",
    "POST, https://api.coze.cn/open_api/v2/chat, POST /v3/chat",
    "POST, https://api.coze.cn/v1/wrokflow/run, POST /v1/workflow/run",
    "POST, https://api.coze.cn/v1/workflow/stream-run, POST /v1/workflow/stream_run",
    "GET, https://api.coze.cn/v1/bot/get_online_inf, GET /v1/bot/get_online_info",
    "GET, https://api.coze.cn/v1/conversation/list, GET /v1/conversations",
    "WS, wss://ws.coze.cn/v3/chat, WS /v1/chat",
    "WS, https://ws.coze.cn/v1/chat, WS /v1/chat",
  })
  void unknown_path_suggests_what_was_meant(String method, String url, String nearest) {
    RequestCheck check = check(method, url, null);

    assertThat(check.operation()).isNull();
    assertThat(check.wrongMethod()).isFalse();
    assertThat(check.nearest()).isEqualTo(nearest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1",
        "/v1/unknown",
        "/v1/foo/7510000000000000001",
        "/index.html",
        "//",
        "/health",
        "/v1/chat/completions/more/and/more",
        "/api/v3/contents/generations/tasks"
      })
  void nothing_is_suggested_for_a_path_that_is_like_none(String path) {
    assertThat(check("GET", API + path, null).nearest()).isNull();
  }

  @Test
  void values_of_the_path_must_be_filled_in_and_ids_be_numbers() {
    assertThat(check("GET", API + "/v1/bots/:bot_id", null).inPath().unfilled())
        .containsExactly("bot_id");
    assertThat(check("GET", API + "/v1/bots/%7Bbot_id%7D", null).inPath().unfilled())
        .containsExactly("bot_id");
    assertThat(check("GET", API + "/v1/bots/7381****", null).inPath().unfilled())
        .containsExactly("bot_id");
    assertThat(check("GET", API + "/v1/bots/my-bot", null).inPath().notNumeric())
        .containsExactly("bot_id");
    assertThat(check("GET", API + "/v1/bots/%20", null).inPath().empty()).containsExactly("bot_id");
    assertThat(check("GET", API + "/v1/bots/12", null).inPath()).isEqualTo(Parameters.fine());
    assertThat(check("GET", API + "/v1/bots/%37%38", null).inPath()).isEqualTo(Parameters.fine());
    assertThat(check("POST", API + "/v1/bots/{bot_id}", null).inPath().unfilled())
        .as("the path is known although the method is wrong")
        .containsExactly("bot_id");
  }

  @Test
  void ids_that_are_no_numbers_elsewhere_are_left_alone() {
    String url = API + "/v1/enterprises/volcano_2100000001/members/u-12";

    RequestCheck check = check("PUT", url, "{\"role\": \"member\"}");

    assertThat(check.inPath()).isEqualTo(Parameters.fine());
    assertThat(check.inBody()).isEqualTo(Parameters.fine());
  }

  @Test
  void required_query_parameters_must_be_there_and_filled_in() {
    String url = API + "/v1/conversation/message/retrieve";

    Parameters none = check("GET", url, null).inQuery();
    assertThat(none.missing()).containsExactly("conversation_id", "message_id");

    Parameters faulty = check("GET", url + "?conversation_id=+&message_id=abc", null).inQuery();
    assertThat(faulty.missing()).isEmpty();
    assertThat(faulty.empty()).containsExactly("conversation_id");
    assertThat(faulty.notNumeric()).containsExactly("message_id");

    String fine = url + "?conversation_id=" + ID + "&message_id=" + ID;
    assertThat(check("GET", fine, null).inQuery()).isEqualTo(Parameters.fine());
  }

  @Test
  void any_query_parameter_must_be_filled_in() {
    String url = API + "/v1/workspaces?page_num={page_num}&page_size=&user_id=%24USER_ID&q=a";

    Parameters query = check("GET", url, null).inQuery();

    assertThat(query.unfilled()).containsExactly("page_num", "user_id");
    assertThat(query.empty()).as("not required").isEmpty();
    assertThat(check("GET", API + "/v9/else?bot_id={bot_id}", null).inQuery().unfilled())
        .containsExactly("bot_id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ids=1,2", "ids[]=1&ids[]=2", "ids%5B%5D=1", "ids[0]=1", "ids=&ids=2"})
  void lists_in_the_query_count_as_present(String query) {
    assertThat(check("GET", API + "/v1/plugins/mget?" + query, null).inQuery())
        .isEqualTo(Parameters.fine());
  }

  @Test
  void unfilled_entry_of_a_list_in_the_query_is_seen() {
    assertThat(check("GET", API + "/v1/plugins/mget?ids=1,{id}", null).inQuery().unfilled())
        .containsExactly("ids");
  }

  @Test
  void inventorys_word_for_the_secret_is_no_placeholder() {
    String url = "wss://ws.coze.cn/v1/chat?bot_id=" + ID + "&authorization=Bearer%20{token}";
    assertThat(check("WS", url, null).inQuery()).isEqualTo(Parameters.fine());
    assertThat(check("WS", url.replace("Bearer%20", ""), null).inQuery())
        .isEqualTo(Parameters.fine());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/workspaces/7510000000000000001/members, 7510000000000000001",
    "GET, /v1/bots?workspace_id=7510000000000000002, 7510000000000000002",
    "GET, /v1/datasets?space_id=7510000000000000003, 7510000000000000003",
    "GET, /v1/workspaces/7510000000000000001/members?space_id=7, 7510000000000000001",
    "GET, /v1/workspaces/{workspace_id}/members, ",
    "GET, /v1/bots?workspace_id=mine, ",
    "GET, /v1/botz?workspace_id=7510000000000000004, 7510000000000000004",
    "GET, /api/permission/oauth2/workspace_id/7510000000000000001/authorize, ",
    "GET, /api/permission/oauth2/nowhere?workspace_id=7510000000000000001, ",
    "GET, /v1/bots/7510000000000000001, ",
  })
  void workspace_is_read_from_path_and_query(
      String method, String path, @Nullable String workspace) {
    assertThat(check(method, API + path, null).workspace()).isEqualTo(workspace);
  }

  @Test
  void workspace_is_read_from_the_body_as_text_or_number() {
    String url = API + "/v1/bot/create";
    assertThat(check("POST", url, "{\"space_id\":\"12\"}").workspace()).isEqualTo("12");
    assertThat(check("POST", url, "{\"space_id\":" + ID + "}").workspace()).isEqualTo(ID);
    assertThat(check("POST", url, "{\"space_id\":\"{space_id}\"}").workspace()).isNull();
    assertThat(check("POST", url, "{\"space_id\":1.5}").workspace()).isNull();
  }

  private static RequestCheck check(String method, String url, @Nullable String body) {
    return CATALOG.check(method, Address.parse(url), body, null);
  }
}
