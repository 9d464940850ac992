package dev.patrol.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patrol.model.Answer;
import dev.patrol.model.Failure;
import dev.patrol.model.Meaning;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerShapesTest {
  private MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server = NoDelay.server();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ok-workspace-list, ACCEPTED, 0",
    "ok-document-list, ACCEPTED, 0",
    "ok-workflow-run, ACCEPTED, 0",
    "ok-workflow-run-async, ACCEPTED,",
    "ok-chat-retrieve-failed-inside, ACCEPTED, 0",
    "oauth-token-code, ACCEPTED,",
    "oauth-token-jwt, ACCEPTED,",
    "oauth-device-code, ACCEPTED,",
    "err-4000-bad-parameter, WRONG_PARAMETER, 4000",
    "err-4000-unknown-path, WRONG_PATH, 4000",
    "err-4006-invalid-bot, RESOURCE, 4006",
    "err-4100-post-on-get, AUTH_REFUSED, 4100",
    "err-4101-bad-token-chat, KEY_REFUSED, 4101",
    "err-4101-no-permission-en, RIGHT_REFUSED, 4101",
    "err-4101-no-permission-zh, RIGHT_REFUSED, 4101",
    "err-4102-risk-control, RISK_CONTROL, 4102",
    "err-4200-not-found, RESOURCE, 4200",
    "err-5000-server, SERVICE, 5000",
    "err-700012006-bad-token, KEY_REFUSED, 700012006",
    "err-stream-chat-failed-event, SERVICE, 5000",
    "err-stream-workflow-error-event, WRONG_PARAMETER, 4000",
    "oauth-err-invalid-client-kid, KEY_REFUSED, invalid_client",
    "oauth-err-access-denied, SERVICE, access_denied",
    "studio-bad-token, KEY_REFUSED, 700012006",
    "studio-internal, SERVICE, 500",
    "studio-path-not-open-api, KEY_REFUSED, 401"
  })
  void reads_every_shape_of_the_vendor(String name, Meaning meaning, String code)
      throws IOException {
    JsonNode sample = sample(name);
    Answer answer = answer(response(sample));
    assertThat(answer.meaning()).isEqualTo(meaning);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.failure()).isNull();
    assertThat(answer.probe()).isEqualTo("sent");
    assertThat(answer.httpStatus()).isEqualTo(sample.path("status").asInt());
    assertThat(answer.logid()).isEqualTo(sample.path("headers").path("X-Tt-Logid").textValue());
    JsonNode msg = sample.path("body").path("msg");
    if (msg.isTextual()) {
      assertThat(answer.msg()).isEqualTo(msg.textValue());
    }
  }

  @Test
  void reads_the_message_of_an_oauth_error() throws IOException {
    assertThat(answer(response(sample("oauth-err-invalid-client-kid"))).msg())
        .isEqualTo("invalid jwt: kid not been registred");
    assertThat(json(400, "{\"error\":\"slow_down\",\"error_description\":\"Slow Down\"}").msg())
        .isEqualTo("Slow Down");
  }

  @Test
  void reads_an_error_event_of_a_websocket_that_came_over_http() throws IOException {
    Answer answer = json(200, sample("err-4101-websocket-event").path("body").toString());
    assertThat(answer.code()).isEqualTo("4101");
    assertThat(answer.logid()).isEqualTo("021745165196596fdbddc0200000000000000000000000015666c55");
  }

  @Test
  void takes_a_gateways_page_for_what_it_is() throws IOException {
    Answer answer = answer(response(sample("err-not-json-gateway")));
    assertThat(answer.failure()).isEqualTo(Failure.UNREADABLE);
    assertThat(answer.probe()).isEqualTo("failed-unreadable");
    assertThat(answer.httpStatus()).isEqualTo(502);
    assertThat(answer.meaning()).isEqualTo(Meaning.SERVICE);
    assertThat(answer.logid()).startsWith("20251103");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "[{\"code\":0}]",
        "\"text\"",
        "12",
        "{",
        "{}",
        "{\"code\":0",
        "{} {}",
        "{\"code\":null,\"msg\":\"x\"}",
        "{\"code\":1.5}",
        "{\"code\":\"\"}",
        "{\"data\":null}",
        "{\"code\":1e400}",
        "{\"code\":123456789012345678901234567890}",
        "{\"code\":{\"a\":1}}",
        "{\"error\":{\"message\":\"x\"}}",
        "<html></html>",
        "\u0000",
        "\uFFFE\uFFFF"
      })
  void calls_everything_else_unreadable(String body) throws IOException {
    Answer answer = json(200, body);
    assertThat(answer.failure()).isEqualTo(Failure.UNREADABLE);
    assertThat(answer.meaning()).isEqualTo(Meaning.SERVICE);
    assertThat(answer.httpStatus()).isEqualTo(200);
    assertThat(answer.code()).isNull();
  }

  @Test
  void survives_deep_nesting_and_long_numbers() throws IOException {
    assertThat(json(200, "{\"a\":".repeat(50_000)).failure()).isEqualTo(Failure.UNREADABLE);
    assertThat(json(200, "{\"code\":" + "9".repeat(100_000) + "}").failure())
        .isEqualTo(Failure.UNREADABLE);
    assertThat(json(200, "{\"code\":0,\"x\":\"" + "y".repeat(900_000) + "\"}").meaning())
        .isEqualTo(Meaning.ACCEPTED);
  }

  @Test
  void keeps_what_the_status_tells_of_an_unreadable_answer() throws IOException {
    assertThat(json(404, "<html></html>").meaning()).isEqualTo(Meaning.WRONG_PATH);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"code\":\"4101\",\"msg\":\"x\"}', 4101",
    "'{\"code\":4101}', 4101",
    "'\uFEFF{\"code\":4101}', 4101",
    "'{\"data\":1,\"code\":4200,\"error\":\"no\"}', 4200",
    "'{\"error_code\":4000,\"error_message\":\"x\"}', 4000"
  })
  void reads_codes_as_numbers_and_as_text(String body, String code) throws IOException {
    assertThat(json(200, body).code()).isEqualTo(code);
  }

  @Test
  void takes_the_log_id_of_the_body_where_the_header_has_none() throws IOException {
    assertThat(json(200, "{\"code\":0,\"detail\":{\"logid\":\"L1\"}}").logid()).isEqualTo("L1");
    assertThat(json(200, "{\"code\":0,\"detail\":[\"L1\"]}").logid()).isNull();
  }

  @Test
  void reads_other_charsets_and_broken_ones() throws IOException {
    byte[] gbk = "{\"code\":4200,\"msg\":\"资源未找到\"}".getBytes("GB18030");
    assertThat(typed("application/json; charset=gb18030", gbk).msg()).isEqualTo("资源未找到");
    assertThat(typed("application/json; charset=nonsense", gbk).code()).isEqualTo("4200");
    assertThat(typed("application/json", gbk).code()).isEqualTo("4200");
    assertThat(typed("not a type", gbk).code()).isEqualTo("4200");
  }

  @Test
  void accepts_audio_without_reading_it() throws IOException {
    assertThat(typed("audio/mpeg", new byte[5_000_000]).meaning()).isEqualTo(Meaning.ACCEPTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "event: message\\ndata: {\"content\":\"hi\"}\\n\\nevent: Done\\ndata: {}\\n\\n | ACCEPTED |",
        "event:error\\ndata:{\"code\":4101,\"msg\":\"no\"}\\n\\n | RIGHT_REFUSED | 4101",
        "event: Message\\rdata: {}\\r\\revent: Error\\rdata: {\"error_code\":4200}\\r\\r | RESOURCE | 4200",
        "data: {\"code\":4100,\"msg\":\"no\"} | AUTH_REFUSED | 4100",
        "data: {\"code\":0} | ACCEPTED |",
        "event: error\\ndata: gone | SERVICE |",
        "{\"code\":4101,\"msg\":\"plain JSON\"} | RIGHT_REFUSED | 4101"
      })
  void lets_the_first_error_of_a_stream_decide(String text, Meaning meaning, String code)
      throws IOException {
    String stream = text.replace("\\n", "\n").replace("\\r", "\r");
    Answer answer = typed("text/event-stream; charset=utf-8", stream.getBytes(UTF_8));
    assertThat(answer.meaning()).isEqualTo(meaning);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  void judges_an_endless_stream_by_its_beginning() throws IOException {
    String events = "event: message\ndata: {\"content\":\"hello\"}\n\n".repeat(50_000);
    assertThat(typed("text/event-stream", events.getBytes(UTF_8)).meaning())
        .isEqualTo(Meaning.ACCEPTED);
  }

  @Test
  void redacts_a_token_that_the_service_sends_back() throws IOException {
    String token = Samples.TOKEN;
    String body =
        "{\"code\":4101,\"msg\":\""
            + "x".repeat(480)
            + token
            + " sat_SOMEBODYELSES1\",\"detail\":{}}";
    server.enqueue(
        new MockResponse.Builder().body(body).addHeader("X-Tt-Logid", "id-" + token).build());
    Answer answer = identity();
    assertThat(answer.msg()).startsWith("xxx").hasSize(500).doesNotContain("pat_TEST", "SOMEBODY");
    assertThat(answer.logid()).isEqualTo("id-[REDACTED]");
    assertThat(json(400, "{\"error\":\"" + token + "\"}").toString()).doesNotContain(token);
    assertThat(json(200, "{\"code\":1,\"msg\":\"a\\u0000\\u200Bb\\nc\\u202Ed\"}").msg())
        .isEqualTo("ab cd");
  }

  private Answer json(int status, String body) throws IOException {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", "application/json")
            .body(body)
            .build());
    return identity();
  }

  private Answer typed(String type, byte[] body) throws IOException {
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", type)
            .body(new okio.Buffer().write(body))
            .build());
    return identity();
  }

  private Answer answer(MockResponse response) throws IOException {
    server.enqueue(response);
    return identity();
  }

  private Answer identity() throws IOException {
    try (ProbeStand stand = ProbeStand.at(server.getPort(), settings -> settings.attempts(1))) {
      return stand.identity();
    }
  }

  private static MockResponse response(JsonNode sample) {
    JsonNode body = sample.path("body");
    MockResponse.Builder response =
        new MockResponse.Builder()
            .code(sample.path("status").asInt())
            .body(body.isTextual() ? body.textValue() : body.toString());
    sample
        .path("headers")
        .properties()
        .forEach(header -> response.addHeader(header.getKey(), header.getValue().textValue()));
    return response.build();
  }

  private static JsonNode sample(String name) throws IOException {
    try (InputStream in = AnswerShapesTest.class.getResourceAsStream("answers/" + name + ".json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in));
    }
  }
}
