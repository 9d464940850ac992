package dev.patrol.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong although nobody did anything wrong. */
final class TroubleTest {
  private static final String VALUE = "pat_TESTONLY000000000001";
  private static final String OTHER = "pat_TESTONLY000000000002";
  private static final String TARGET = "/v1/workspaces";
  private static final String LIST = "workspace-list";

  private static World.Builder world() {
    return World.builder()
        .token(TokenTruth.builder("mine", VALUE).account("1"))
        .token(TokenTruth.builder("other", OTHER).account("2"));
  }

  @ParameterizedTest
  @CsvSource({
    "err-4102-risk-control, 200, 4102",
    "err-4011-no-balance, 200, 4011",
    "err-5000-server, 200, 5000",
    "err-700012006-bad-token, 401, 700012006",
    "err-429-too-many, 429, 4009",
  })
  void an_oddity_stands_before_all_checks(String answer, int status, String code)
      throws IOException {
    try (Client client = new Client(world().oddity(Oddity.at("mine", LIST, answer)).build())) {
      assertThat(client.get(Client.CN, TARGET, VALUE).brief()).isEqualTo(status + " " + code);
      assertThat(client.get(Client.CN, TARGET, OTHER).code()).isEqualTo("0");
      assertThat(client.get(Client.CN, "/v1/users/me", VALUE).code()).isEqualTo("0");
    }
  }

  @Test
  void a_gateway_answers_in_html() throws IOException {
    try (Client client =
        new Client(world().oddity(Oddity.at("mine", LIST, "err-not-json-gateway")).build())) {
      Client.Shown shown = client.get(Client.CN, TARGET, VALUE);
      assertThat(shown.status()).isEqualTo(502);
      assertThat(shown.headers().get("Content-Type")).isEqualTo("text/html");
      assertThat(shown.body()).startsWith("<html>");
    }
  }

  @Test
  void an_oddity_can_pass() throws IOException {
    Oddity oddity = new Oddity(null, null, TARGET, "err-429-too-many", 2, 3);
    try (Client client = new Client(world().oddity(oddity).build())) {
      Client.Shown first = client.get(Client.CN, TARGET, VALUE);
      assertThat(first.status()).isEqualTo(429);
      assertThat(first.headers().get("Retry-After")).isEqualTo("3");
      assertThat(client.get(Client.CN, TARGET, VALUE).status()).isEqualTo(429);
      assertThat(client.get(Client.CN, TARGET, VALUE).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reset", "cut"})
  void a_connection_breaks(String manner) {
    try (Client client = new Client(world().oddity(Oddity.at("mine", LIST, manner)).build())) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> client.get(Client.CN, TARGET, VALUE));
      assertThat(client.sandbox().received())
          .containsExactly(new Received("GET", "api.coze.cn", TARGET, LIST, "mine", manner));
    }
  }

  @Test
  void a_drip_begins_and_does_not_end_by_itself() throws IOException {
    Client client = new Client(world().oddity(Oddity.at("mine", LIST, "slow-drip")).build());
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), client.sandbox().uri().getPort())) {
      ask(socket);
      InputStream in = socket.getInputStream();
      assertThat((char) in.read()).isEqualTo('H');
      client.close();
      String rest = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(rest).contains("200 OK").doesNotContain("detail");
    }
  }

  @Test
  void silence_says_nothing_until_the_end() throws IOException {
    assertSilentUntilClosed(new Client(world().oddity(Oddity.at("mine", LIST, "silence")).build()));
  }

  @Test
  void an_account_has_so_many_calls_and_no_more() throws IOException {
    AccountTruth poor = new AccountTruth("free", 3, "err-4028-credits");
    try (Client client = new Client(world().account("1", poor).build())) {
      List<String> codes = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        codes.add(client.get(Client.CN, "/v1/bots/" + i, VALUE).code());
      }
      assertThat(codes).containsExactly("0", "0", "0", "4028", "4028");
      assertThat(client.get(Client.CN, TARGET, OTHER).code()).isEqualTo("0");
    }
  }

  @Test
  void an_account_may_make_so_many_calls_a_second() throws IOException {
    AtomicLong nanos = new AtomicLong();
    World world = world().weather(new Weather(Duration.ZERO, 0, 0, 2, 0)).build();
    try (Client client = new Client(Sandbox.start(world, 0, nanos::get))) {
      assertThat(client.get(Client.CN, TARGET, VALUE).status()).isEqualTo(200);
      assertThat(client.get(Client.CN, TARGET, VALUE).status()).isEqualTo(200);
      Client.Shown refused = client.get(Client.CN, TARGET, VALUE);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.headers().get("Retry-After")).isEqualTo("1");
      assertThat(client.get(Client.CN, TARGET, OTHER).status()).isEqualTo(200);
      nanos.addAndGet(Duration.ofMillis(500).toNanos());
      assertThat(client.get(Client.CN, TARGET, VALUE).status()).isEqualTo(200);
      assertThat(client.get(Client.CN, TARGET, VALUE).status()).isEqualTo(429);
    }
  }

  @Test
  void a_share_of_the_calls_fails_and_always_the_same_ones() throws IOException {
    World world = world().weather(new Weather(Duration.ZERO, 0.2, 0.1, 0, 11)).build();
    List<String> first = fates(world);
    assertThat(fates(world)).isEqualTo(first);
    assertThat(first.stream().filter("broken"::equals).count()).isBetween(10L, 50L);
    assertThat(first.stream().filter("200 5000"::equals).count()).isBetween(10L, 50L);
    assertThat(first.stream().filter("html"::equals).count()).isBetween(10L, 50L);
    World otherSeed = world().weather(new Weather(Duration.ZERO, 0.2, 0.1, 0, 12)).build();
    assertThat(fates(otherSeed)).isNotEqualTo(first);
  }

  @Test
  void a_failed_call_may_work_when_it_is_repeated() throws IOException {
    World world = world().weather(new Weather(Duration.ZERO, 0.5, 0, 0, 1)).build();
    try (Client client = new Client(world)) {
      List<Integer> statuses = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Client.Shown shown = client.get(Client.CN, TARGET, VALUE);
        statuses.add(shown.body().startsWith("{\"code\":0") ? 0 : 1);
      }
      assertThat(statuses).contains(0, 1);
    }
  }

  @Test
  void latency_holds_every_answer_back() throws IOException {
    World world = world().weather(new Weather(Duration.ofHours(1), 0, 0, 0, 0)).build();
    assertSilentUntilClosed(new Client(world));
  }

  private static List<String> fates(World world) throws IOException {
    List<String> fates = new ArrayList<>();
    try (Client client = new Client(world)) {
      for (int i = 0; i < 250; i++) {
        try {
          Client.Shown shown = client.get(Client.CN, "/v1/bots/" + i, VALUE);
          fates.add(shown.status() == 502 ? "html" : shown.brief());
        } catch (IOException e) {
          fates.add("broken");
        }
      }
    }
    return fates;
  }

  private static void assertSilentUntilClosed(Client client) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), client.sandbox().uri().getPort())) {
      ask(socket);
      while (client.sandbox().received().isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(socket.getInputStream().available()).isZero();
      client.close();
      assertThat(socket.getInputStream().readAllBytes()).isEmpty();
    }
  }

  private static void ask(Socket socket) throws IOException {
    String request =
        "GET "
            + TARGET
            + " HTTP/1.1\r\nHost: api.coze.cn\r\nAuthorization: Bearer "
            + VALUE
            + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }
}
