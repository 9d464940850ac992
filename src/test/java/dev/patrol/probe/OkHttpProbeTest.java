package dev.patrol.probe;

import static dev.patrol.probe.Samples.API;
import static dev.patrol.probe.Samples.BOT_GET;
import static dev.patrol.probe.Samples.CHAT;
import static dev.patrol.probe.Samples.DOCUMENT_LIST;
import static dev.patrol.probe.Samples.TOKEN;
import static dev.patrol.probe.Samples.botGet;
import static dev.patrol.probe.Samples.dossier;
import static dev.patrol.probe.Samples.endpoint;
import static dev.patrol.probe.Samples.manyBots;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Answer;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Failure;
import dev.patrol.model.Meaning;
import dev.patrol.model.Operation;
import dev.patrol.model.ProbeMode;
import dev.patrol.model.Probed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class OkHttpProbeTest {
  private static final MockResponse FINE = response(200, "{\"code\":0,\"msg\":\"\"}");

  private MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server = NoDelay.server();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void sends_the_endpoints_own_request_with_a_right_header() throws InterruptedException {
    answerAll(FINE);
    Endpoint endpoint =
        endpoint(
                "docs",
                "POST",
                "https://API.coze.cn:443" + DOCUMENT_LIST.path() + "?page=1&token=x")
            .operation(DOCUMENT_LIST)
            .authorization("bearer{token}")
            .contentType("application/json; charset=utf-8")
            .body("{\"dataset_id\":\"知识\"}")
            .build();
    try (ProbeStand stand = ProbeStand.at(server.getPort())) {
      stand.send(dossier(endpoint));
    }
    RecordedRequest identity = server.takeRequest();
    assertThat(identity.getTarget()).isEqualTo("/v1/stores/categories?entity_type=plugin");
    RecordedRequest sent = server.takeRequest();
    assertThat(sent.getTarget()).isEqualTo(DOCUMENT_LIST.path() + "?page=1");
    assertThat(sent.getMethod()).isEqualTo("POST");
    assertThat(Objects.requireNonNull(sent.getBody()).utf8()).isEqualTo("{\"dataset_id\":\"知识\"}");
    assertThat(sent.getHeaders().values("Authorization")).containsExactly("Bearer " + TOKEN);
    assertThat(sent.getHeaders().values("Content-Type"))
        .containsExactly("application/json; charset=utf-8");
    assertThat(sent.getHeaders().values("Host")).containsExactly("api.coze.cn");
    assertThat(sent.getHeaders().get("Agw-Js-Conv")).isEqualTo("str");
  }

  @Test
  void gives_every_endpoint_its_answer() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return request.getTarget().endsWith("/2")
                ? response(401, "{\"code\":700012006,\"msg\":\"access token invalid\"}")
                : FINE;
          }
        });
    try (ProbeStand stand = ProbeStand.at(server.getPort())) {
      Probed probed =
          stand.send(
              dossier(
                  botGet("a", "1"),
                  botGet("b", "2"),
                  botGet("c", "1"),
                  endpoint("d", "POST", API + "/v3/chat").operation(CHAT).body("{}").build()));
      assertThat(probed.identity())
          .isEqualTo(answer(null, Samples.CATEGORY_LIST, Meaning.ACCEPTED, "sent", 200, "0", ""));
      assertThat(probed.answers())
          .containsExactly(
              answer("a", BOT_GET, Meaning.ACCEPTED, "sent", 200, "0", ""),
              answer(
                  "b",
                  BOT_GET,
                  Meaning.KEY_REFUSED,
                  "sent",
                  401,
                  "700012006",
                  "access token invalid"),
              answer("c", BOT_GET, Meaning.ACCEPTED, "shared", 200, "0", ""),
              Answer.skipped("bot", "d", "side-effect"));
      assertThat(probed.secretPrefix()).isEqualTo("pat_");
      assertThat(stand.last().sent()).isEqualTo(3);
      assertThat(server.getRequestCount()).isEqualTo(3);
    }
  }

  @Test
  void sends_nothing_for_a_plan_without_requests() {
    try (ProbeStand stand = ProbeStand.at(server.getPort(), s -> s.offline(true))) {
      Probed probed = stand.send(dossier(botGet("a", "1")));
      assertThat(probed.identity()).isEqualTo(Answer.skipped("bot", null, "offline"));
      assertThat(probed.answers()).containsExactly(Answer.skipped("bot", "a", "offline"));
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void waits_for_the_identity_before_it_sends_the_rest() throws InterruptedException {
    CountDownLatch identified = new CountDownLatch(1);
    List<String> early = new ArrayList<>();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            if (request.getTarget().startsWith("/v1/stores")) {
              identified.countDown();
            } else if (identified.getCount() > 0) {
              early.add(request.getTarget());
            }
            return FINE;
          }
        });
    try (ProbeStand stand = ProbeStand.at(server.getPort())) {
      stand.send(dossier(manyBots(20)));
    }
    assertThat(early).isEmpty();
    assertThat(server.takeRequest().getTarget()).startsWith("/v1/stores");
  }

  @Test
  void sends_many_dossiers_at_once() {
    answerAll(FINE);
    try (ProbeStand stand = ProbeStand.at(server.getPort(), s -> s.ratePerAccount(100_000))) {
      List<CompletableFuture<Answered>> all = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        all.add(stand.probe().send(stand.planner().plan(dossier(manyBots(3)))));
      }
      assertThat(all)
          .allSatisfy(
              probed ->
                  assertThat(probed.join().probed().answers())
                      .extracting(Answer::meaning)
                      .containsOnly(Meaning.ACCEPTED));
      assertThat(all.stream().mapToInt(answered -> answered.join().sent()).sum()).isEqualTo(1200);
    }
  }

  @Test
  void tries_again_what_may_pass() {
    server.enqueue(response(503, "<html></html>"));
    server.enqueue(response(500, "{\"code\":500}"));
    server.enqueue(FINE);
    try (ProbeStand stand = ProbeStand.at(server.getPort())) {
      assertThat(stand.identity().meaning()).isEqualTo(Meaning.ACCEPTED);
      assertThat(stand.last().sent()).isEqualTo(3);
      assertThat(stand.last().hostsDown()).isEmpty();
      assertThat(stand.ticker.nanos()).isGreaterThan(Duration.ofMillis(700).toNanos());
    }
  }

  @Test
  void gives_the_last_answer_when_trying_again_does_not_help() {
    answerAll(response(500, "{\"code\":500,\"msg\":\"internal server error\"}"));
    try (ProbeStand stand = ProbeStand.at(server.getPort())) {
      assertThat(stand.identity().code()).isEqualTo("500");
      assertThat(server.getRequestCount()).isEqualTo(3);
    }
  }

  @Test
  void waits_as_long_as_it_is_asked_to() {
    server.enqueue(retryAfter(429, "7"));
    server.enqueue(retryAfter(503, "Sun, 22 Nov 2026 08:00:11 GMT"));
    server.enqueue(FINE);
    try (ProbeStand stand = ProbeStand.at(server.getPort())) {
      assertThat(stand.identity().meaning()).isEqualTo(Meaning.ACCEPTED);
      assertThat(Duration.ofNanos(stand.ticker.nanos()))
          .isBetween(Duration.ofSeconds(18), Duration.ofSeconds(20));
    }
  }

  @Test
  void waits_no_longer_than_is_sensible() {
    server.enqueue(retryAfter(429, "86400"));
    server.enqueue(FINE);
    try (ProbeStand stand = ProbeStand.at(server.getPort())) {
      stand.identity();
      assertThat(Duration.ofNanos(stand.ticker.nanos()))
          .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(32));
    }
  }

  @Test
  void leaves_all_repetitions_to_its_own_rule() {
    for (MockResponse answer :
        List.of(response(408, "{}"), retryAfter(408, "0"), retryAfter(503, "0"))) {
      int before = server.getRequestCount();
      server.enqueue(answer);
      try (ProbeStand stand = ProbeStand.at(server.getPort(), s -> s.attempts(1))) {
        assertThat(stand.identity().httpStatus()).isEqualTo(answer.getCode());
        assertThat(server.getRequestCount() - before).isEqualTo(1);
      }
    }
  }

  @Test
  void never_repeats_what_has_a_side_effect() throws IOException {
    for (String head : List.of("", "HTTP/1.1 503 No\nRetry-After: 0\n\n", "HTTP/1.1 429 No\n\n")) {
      try (RawServer raw = RawServer.saying(head, new byte[0]);
          ProbeStand stand = ProbeStand.at(raw.port(), s -> s.hostFailures(100))) {
        Endpoint chat =
            endpoint("a", "POST", API + "/v3/chat")
                .operation(CHAT)
                .probe(ProbeMode.ALWAYS)
                .body("{}")
                .build();
        stand.send(dossier(chat));
        assertThat(raw.heads()).filteredOn(h -> h.startsWith("POST")).hasSize(1);
        assertThat(raw.heads()).filteredOn(h -> h.startsWith("GET")).hasSize(3);
      }
    }
  }

  @Test
  void takes_a_success_as_a_sign_of_life() {
    server.setDispatcher(
        new Dispatcher() {
          private int count;

          @Override
          public synchronized MockResponse dispatch(RecordedRequest request) {
            return ++count % 3 == 0 ? FINE : response(502, "<html></html>");
          }
        });
    try (ProbeStand stand =
        ProbeStand.at(server.getPort(), s -> s.concurrency(1).attempts(1).hostFailures(3))) {
      Probed probed = stand.send(dossier(manyBots(20)));
      assertThat(probed.answers())
          .extracting(Answer::failure)
          .doesNotContain(Failure.HOST_DOWN)
          .contains(Failure.UNREADABLE);
    }
  }

  private void answerAll(MockResponse response) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return response;
          }
        });
  }

  private static Answer answer(
      @Nullable String endpoint,
      Operation operation,
      Meaning meaning,
      String probe,
      int status,
      String code,
      String msg) {
    return new Answer(
        "bot", endpoint, operation, meaning, probe, null, status, code, msg, null, 0L);
  }

  private static MockResponse response(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  private static MockResponse retryAfter(int status, String value) {
    return new MockResponse.Builder().code(status).addHeader("Retry-After", value).build();
  }
}
