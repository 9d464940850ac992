package dev.patrol.rules;

import static dev.patrol.rules.SmallWorld.BOT;
import static dev.patrol.rules.SmallWorld.W1;
import static dev.patrol.rules.SmallWorld.world;

import dev.patrol.model.Cause;
import dev.patrol.model.Meaning;
import java.util.List;

/** Steps 2, 3 and 4 of the guide, and answers that are not the key's fault. */
final class CallCases {
  private static final String BOT_GET = "/v1/bots/" + BOT;

  private CallCases() {}

  static List<RuleCase> urls() {
    return List.of(
        url("no scheme", "api.coze.cn" + BOT_GET, "url-incomplete"),
        url("http", "http://api.coze.cn" + BOT_GET, "url-not-https"),
        url("the other site", "https://api.coze.com" + BOT_GET, "host-of-other-site"),
        url("the console", "https://www.coze.cn" + BOT_GET, "host-of-console"),
        url("the WebSocket host", "https://ws.coze.cn" + BOT_GET, "host-of-other-protocol"),
        url("a slip", "https://api.coze.con" + BOT_GET, "host-mistyped"),
        url("a subdomain", "https://open.coze.cn" + BOT_GET, "host-mistyped"),
        url("a stranger", "https://coze.example.internal" + BOT_GET, "host-unknown"),
        url("a port", "https://api.coze.cn:8443" + BOT_GET, "host-with-port"),
        url("a user", "https://admin:Hunter2@api.coze.cn" + BOT_GET, "url-with-user"),
        call("an unknown path", "GET", "/v1/botz/" + BOT, Cause.URL_PATH, "path-unknown"),
        call("a wrong method", "POST", BOT_GET, Cause.URL_PATH, "method-wrong"),
        call("a placeholder", "GET", "/v1/bots/:bot_id", Cause.URL_PATH, "path-unfilled"),
        call("a name for an id", "GET", "/v1/bots/helper", Cause.URL_PATH, "path-id-not-numeric"),
        RuleCase.of(
                "a path that the service does not know",
                world().get("e1", BOT_GET).answers("e1", Meaning.WRONG_PATH, "4000"),
                "path-refused")
            .cause("e1", Cause.URL_PATH, Cause.URL_HOST),
        RuleCase.of(
            "a deprecated operation",
            world().get("e1", "/v1/bot/get_online_info?bot_id=" + BOT),
            "operation-deprecated"),
        call("no workspace_id", "GET", "/v1/bots", Cause.URL_QUERY, "query-missing"),
        call("empty", "GET", "/v1/bots?workspace_id=", Cause.URL_QUERY, "query-empty"),
        call("stars", "GET", "/v1/bots?workspace_id=7381****", Cause.URL_QUERY, "query-unfilled"),
        call("a name", "GET", "/v1/bots?workspace_id=a1", Cause.URL_QUERY, "query-id-not-numeric"),
        RuleCase.of(
                "a parameter that the service refuses",
                world()
                    .get("e1", "/v1/bots?workspace_id=" + W1)
                    .answers("e1", Meaning.WRONG_PARAMETER, "4000"),
                "query-refused")
            .cause("e1", Cause.URL_QUERY, Cause.URL_PATH));
  }

  static List<RuleCase> headers() {
    return List.of(
        header("{token}", "header-without-bearer"),
        header("bearer {token}", "header-bearer-case"),
        header("Bearer{token}", "header-without-space"),
        header("Bearer:{token}", "header-without-space"),
        header("Bearer  {token}", "header-with-spaces"),
        header("Bearer\t{token}", "header-with-spaces"),
        header("Bearer \"{token}\"", "header-with-quotes"),
        header("\"Bearer {token}\"", "header-with-quotes"),
        header("Bearer {token};", "header-with-trailing"),
        header("Bearer {token} ", "header-with-trailing"),
        header("Authorization: Bearer {token}", "header-with-leading"),
        header("Bearer Bearer {token}", "header-doubled"),
        header("Bearer\u3000{token}", "header-with-odd-characters"),
        header("Bearer {token}\u200b", "header-with-odd-characters"),
        header("Bearer {token}\n", "header-with-line-break"),
        header("Bearer pat_***", "header-unfilled"),
        header("Bearer YOUR_TOKEN", "header-unfilled"),
        header("Bearer ${COZE_TOKEN}", "header-unfilled"),
        header("Bearer {{token}}", "header-unfilled"),
        header("Bearer $COZE_TOKEN", "header-unfilled"),
        header("Bearer p@ss#w0rd!x9$kk", "header-malformed"),
        header("Basic {token}", "header-other-scheme"),
        header("Token {token}", "header-other-scheme"),
        header("Bearer", "header-malformed"),
        RuleCase.of(
                "a token in the query",
                world().get("e1", BOT_GET + "?access_token={token}"),
                "token-in-query")
            .cause("e1", Cause.HEADER),
        RuleCase.of(
                "a percent-encoded token in the query",
                world().get("e1", BOT_GET + "?access%5Ftoken=x"),
                "token-in-query")
            .cause("e1", Cause.HEADER),
        RuleCase.of(
            "a token in a WebSocket's query",
            world()
                .url(
                    "e1",
                    "WS",
                    "wss://ws.coze.cn/v1/chat?bot_id=" + BOT + "&authorization={token}"),
            "websocket-token-in-query"),
        RuleCase.of(
                "another token's value in the header",
                world().header("e1", "Bearer pat_TESTONLY000000000002").foreignHeader("e1"),
                "header-of-other-token",
                "token-in-endpoint")
            .cause("e1", Cause.HEADER),
        RuleCase.of(
            "a pasted token is no malformed header",
            world().header("e1", "Bearer pat_TESTONLY000000000001"),
            "token-in-endpoint"));
  }

  static List<RuleCase> fieldsAndAnswers() {
    return List.of(
        body("{", "body-unreadable"),
        body("{\"bot_id\":\"" + BOT + "\"}", "field-missing"),
        body("{\"bot_id\":\"" + BOT + "\",\"user_id\":\"\"}", "field-empty"),
        body("{\"bot_id\":\"{bot_id}\",\"user_id\":\"u1\"}", "field-unfilled"),
        body("{\"bot_id\":\"helper\",\"user_id\":\"u1\"}", "field-id-not-numeric"),
        RuleCase.of(
                "JSON sent as a form",
                world()
                    .endpoint(
                        "e1",
                        "POST",
                        "https://api.coze.cn/v3/chat",
                        W1,
                        e ->
                            e.body("{\"bot_id\":\"" + BOT + "\",\"user_id\":\"u1\"}")
                                .contentType("application/x-www-form-urlencoded")),
                "content-type-not-json")
            .cause("e1", Cause.FIELDS),
        RuleCase.of(
                "an upload sent as JSON",
                world()
                    .endpoint(
                        "e1",
                        "POST",
                        "https://api.coze.cn/v1/files/upload",
                        null,
                        e -> e.contentType("application/json")),
                "content-type-not-multipart")
            .cause("e1", Cause.FIELDS),
        RuleCase.of(
                "a field that the service refuses",
                world()
                    .post(
                        "e1",
                        "/open_api/knowledge/document/list",
                        "{\"dataset_id\":\"" + BOT + "\"}")
                    .answers("e1", Meaning.WRONG_PARAMETER, "4000"),
                "fields-refused")
            .cause("e1", Cause.FIELDS, Cause.URL_QUERY),
        answered("resource", Meaning.RESOURCE, "4200", Cause.RESOURCE, "resource-trouble"),
        answered("quota", Meaning.QUOTA, "4011", Cause.QUOTA, "quota-used-up"),
        answered(
            "risk control", Meaning.RISK_CONTROL, "4102", Cause.RISK_CONTROL, "risk-control-hit"),
        answered("an outage", Meaning.SERVICE, "5000", Cause.SERVICE, "service-unavailable"));
  }

  private static RuleCase url(String name, String url, String rule) {
    return RuleCase.of(name, world().url("e1", "GET", url).notAsked("e1"), rule)
        .cause("e1", Cause.URL_HOST);
  }

  private static RuleCase call(String name, String method, String path, Cause cause, String rule) {
    return RuleCase.of(
            name + ": " + path,
            world().url("e1", method, "https://api.coze.cn" + path).notAsked("e1"),
            rule)
        .cause("e1", cause);
  }

  private static RuleCase header(String authorization, String rule) {
    String shown = authorization.replace("\n", "\\n").replace("\t", "\\t");
    return RuleCase.of("header " + shown, world().header("e1", authorization), rule)
        .cause("e1", Cause.HEADER);
  }

  private static RuleCase body(String body, String rule) {
    return RuleCase.of("body " + body, world().post("e1", "/v3/chat", body), rule)
        .cause("e1", Cause.FIELDS);
  }

  private static RuleCase answered(
      String name, Meaning meaning, String code, Cause cause, String rule) {
    return RuleCase.of(name, world().get("e1", BOT_GET).answers("e1", meaning, code), rule)
        .cause("e1", cause);
  }
}
