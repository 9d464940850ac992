package dev.patrol.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SandboxTest {
  private static final String VALUE = "pat_TESTONLY000000000001";

  private static World.Builder world() {
    return World.builder().token(TokenTruth.builder("mine", VALUE));
  }

  @Test
  void equal_calls_get_equal_bytes_from_every_sandbox_of_a_world() throws IOException {
    List<String> runs = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      try (Client client = new Client(world().build())) {
        StringBuilder seen = new StringBuilder();
        for (String target :
            List.of("/v1/workspaces", "/v1/bots/1", "/v1/bots/2", "/no", "/v1/bots/1")) {
          Client.Shown shown = client.get(Client.CN, target, VALUE);
          seen.append(shown.status()).append(shown.logid()).append(shown.body()).append('\n');
        }
        runs.add(seen.toString());
      }
    }
    assertThat(runs.get(0)).isEqualTo(runs.get(1));
  }

  @Test
  void log_ids_begin_with_the_time_of_the_world_and_differ_by_call() throws IOException {
    try (Client client = new Client(world().build())) {
      String first = client.get(Client.CN, "/v1/bots/1", VALUE).logid();
      assertThat(first).matches("20261122100000[0-9A-F]{20}");
      assertThat(client.get(Client.CN, "/v1/bots/2", VALUE).logid()).isNotEqualTo(first);
      assertThat(client.get(Client.CN, "/v1/bots/1?a=b", VALUE).logid()).isNotEqualTo(first);
      assertThat(client.get(Client.COM, "/v1/bots/1", VALUE).logid()).isNotEqualTo(first);
      assertThat(client.get(Client.CN, "/v1/bots/1", VALUE).logid()).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "www.coze.cn, /v1/bots/1, 404",
    "www.coze.cn, '/api/permission/oauth2/authorize?client_id=1&response_type=code&redirect_uri=u&state=s', 302",
    "ws.coze.com, /v1/chat?bot_id=1, 426",
    "api.coze.con, /v1/bots/1, 421",
    "api.coze.cn, /api/permission/oauth2/authorize?client_id=1, 404",
  })
  void other_hosts_are_told_apart(String host, String target, int status) throws IOException {
    try (Client client = new Client(world().build())) {
      assertThat(client.get(host, target, VALUE).status()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"grant_type\":\"password\"} | 400 | unsupported_grant_type",
        "{\"grant_type\":\"refresh_token\",\"client_id\":\"1\"} | 400 | invalid_request",
        "{\"grant_type\":\"refresh_token\",\"client_id\":\"1\",\"refresh_token\":\"r\"} | 401 | invalid_client",
        "{\"grant_type\":\"urn:ietf:params:oauth:grant-type:jwt-bearer\"} | 401 | invalid_client",
      })
  void oauth_endpoints_answer_in_their_own_shape(String body, int status, String error)
      throws IOException {
    try (Client client = new Client(world().build())) {
      Client.Shown shown = client.post(Client.CN, "/api/permission/oauth2/token", "secret", body);
      assertThat(shown.status()).as(shown.body()).isEqualTo(status);
      assertThat(shown.json().path("error_code").asText()).isEqualTo(error);
      assertThat(shown.json().has("code")).isFalse();
    }
  }

  @Test
  void its_own_address_stands_for_the_chinese_site() throws Exception {
    try (Sandbox sandbox = Sandbox.start(world().build(), 0)) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(sandbox.uri() + "/v1/workspaces"))
              .header("Authorization", "Bearer " + VALUE)
              .build();
      assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
      assertThat(sandbox.received())
          .containsExactly(
              new Received(
                  "GET",
                  "api.coze.cn",
                  "/v1/workspaces",
                  "workspace-list",
                  "mine",
                  "ok-workspace-list"));
    }
  }

  @Test
  void only_the_loopback_address_is_bound() throws IOException {
    try (Sandbox sandbox = Sandbox.start(world().build(), 0)) {
      int port = sandbox.uri().getPort();
      List<InetAddress> others = new ArrayList<>();
      others.add(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}));
      for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        Collections.list(network.getInetAddresses()).stream()
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .forEach(others::add);
      }
      for (InetAddress other : others) {
        assertThatExceptionOfType(IOException.class)
            .as(other.toString())
            .isThrownBy(() -> connect(other, port));
      }
      connect(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    }
  }

  @Test
  void a_port_in_use_is_a_problem() {
    try (Sandbox sandbox = Sandbox.start(world().build(), 0)) {
      int port = sandbox.uri().getPort();
      assertThatExceptionOfType(ProblemsException.class)
          .isThrownBy(() -> Sandbox.start(world().build(), port))
          .withMessage("sandbox: port " + port + ": expected a free port, got one in use");
    }
  }

  @Test
  void a_value_is_repeated_only_where_the_world_says_so() throws IOException {
    List<String> targets = List.of("/v1/workspaces", "/v1/nothing", "/v1/workflows", "/v1/bots/1");
    for (boolean echo : List.of(false, true)) {
      try (Client client = new Client(world().echo(echo).build())) {
        for (String target : targets) {
          Client.Shown shown = client.get(Client.CN, target, VALUE);
          assertThat((shown.body() + shown.headers()).contains(VALUE)).isEqualTo(echo);
        }
        assertThat(client.sandbox().received()).hasSize(targets.size());
        assertThat(client.sandbox().received().toString()).doesNotContain(VALUE);
      }
    }
  }

  @Test
  void many_calls_at_once_are_all_answered() throws Exception {
    int calls = 2_000;
    ExecutorService callers = Executors.newFixedThreadPool(16);
    try (Client client = new Client(world().build())) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        String target = "/v1/bots/" + i;
        answers.add(
            callers.submit(
                () -> client.get(Client.CN, target, VALUE).json().at("/data/bot_id").asText()));
      }
      for (int i = 0; i < calls; i++) {
        assertThat(answers.get(i).get()).isEqualTo(Integer.toString(i));
      }
      assertThat(client.sandbox().received()).hasSize(calls);
    } finally {
      callers.shutdownNow();
    }
  }

  private static void connect(InetAddress address, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 2_000);
    }
  }
}
