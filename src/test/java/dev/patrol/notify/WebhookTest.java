package dev.patrol.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.patrol.model.Secret;
import dev.patrol.notify.Delivery.Delivered;
import dev.patrol.notify.Delivery.Later;
import dev.patrol.notify.Delivery.Refused;
import dev.patrol.notify.Delivery.Unsure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks of every kind, played by a real HTTP server. */
@Timeout(60)
class WebhookTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochMilli(1_700_000_000_123L), ZoneOffset.UTC);
  private static final Secret KEY = new Secret("TESTONLY-key");
  private static final String HOSTILE =
      "<!channel> <at user_id=\"all\">x</at> <@all> @all [a](https://evil.example) *b* & \u202Ec";

  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile String answer = "{\"code\":0,\"errcode\":0}";
  private volatile int status = 200;
  private volatile @Nullable String header;
  private volatile @Nullable JsonNode body;
  private volatile String query = "";
  private volatile @Nullable String signature;

  WebhookTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void feishu_gets_signed_text_that_is_no_markup() throws Exception {
    assertThat(deliver(WebhookKind.FEISHU, KEY, "Title", "a\n\n" + HOSTILE))
        .isEqualTo(new Delivered());
    assertThat(sent().get("timestamp").asText()).isEqualTo("1700000000");
    // Computed with another program: Python's hmac and base64.
    assertThat(sent().get("sign").asText())
        .isEqualTo("oi/bojlJ8FRS2ELXrUFqQS3VzVg8nmXNYgwd6IYdMs0=");
    assertThat(sent().get("msg_type").asText()).isEqualTo("post");
    JsonNode post = sent().at("/content/post/zh_cn");
    assertThat(post.get("title").asText()).isEqualTo("Title");
    assertThat(post.at("/content").findValuesAsText("tag")).containsOnly("text");
    assertThat(post.at("/content").findValuesAsText("text"))
        .containsExactly("a", " ", HOSTILE.replace("\u202E", ""));
  }

  @Test
  void dingtalk_gets_signed_text_that_calls_nobody() throws Exception {
    assertThat(deliver(WebhookKind.DINGTALK, KEY, "Title", HOSTILE)).isEqualTo(new Delivered());
    // Computed with another program: Python's hmac, base64 and urllib.
    assertThat(query)
        .isEqualTo(
            "access_token=TESTONLY-url&timestamp=1700000000123"
                + "&sign=Rm9q8kB5M0EACjSEqzaAWILw2ZcqfeFMUBNTv7WrvIc%3D");
    assertThat(sent().get("msgtype").asText()).isEqualTo("text");
    assertThat(sent().at("/text/content").asText()).startsWith("Title\n\n<!channel>");
    assertThat(sent().at("/at").toString()).isEqualTo("{\"isAtAll\":false}");
  }

  @Test
  void wecom_gets_text_that_calls_nobody() throws Exception {
    assertThat(deliver(WebhookKind.WECOM, null, "Title", HOSTILE)).isEqualTo(new Delivered());
    assertThat(sent().get("msgtype").asText()).isEqualTo("text");
    assertThat(sent().at("/text/content").asText())
        .startsWith("Title\n\n<!channel>")
        .contains("< @all>")
        .doesNotContain("<@");
    assertThat(sent().get("text").size()).isEqualTo(1);
  }

  @Test
  void slack_gets_plain_text_with_its_markup_escaped() throws Exception {
    answer = "ok";
    assertThat(deliver(WebhookKind.SLACK, null, "<!here> & all", HOSTILE))
        .isEqualTo(new Delivered());
    assertThat(sent().get("text").asText()).isEqualTo("&lt;!here&gt; &amp; all");
    assertThat(sent().get("mrkdwn").asBoolean()).isFalse();
    assertThat(sent().at("/blocks/0/type").asText()).isEqualTo("header");
    assertThat(sent().at("/blocks/1/type").asText()).isEqualTo("section");
    assertThat(sent().at("/blocks/1/text/text").asText())
        .startsWith("&lt;!channel&gt; &lt;at user_id=\"all\"&gt;x&lt;/at&gt;");
    assertThat(sent().get("blocks").toString())
        .contains("\"plain_text\"")
        .doesNotContain("mrkdwn", "<");
  }

  @Test
  void a_program_of_ones_own_gets_signed_json() throws Exception {
    assertThat(deliver(WebhookKind.GENERIC, KEY, "Title", "Text")).isEqualTo(new Delivered());
    assertThat(sent().toString())
        .isEqualTo("{\"id\":\"id-1\",\"subject\":\"Title\",\"text\":\"Text\"}");
    // Computed with another program: Python's hmac over "1700000000." and the body.
    assertThat(signature)
        .isEqualTo(
            "t=1700000000,v1=b50f36e7d57b978959af9200e4ab9a52bd29a99bea43c9d2547320428adf1019");
  }

  @ParameterizedTest
  @EnumSource(WebhookKind.class)
  void without_a_key_nothing_is_signed(WebhookKind kind) throws Exception {
    deliver(kind, null, "Title", "Text");
    assertThat(query).isEqualTo("access_token=TESTONLY-url");
    assertThat(signature).isNull();
    assertThat(sent().has("sign")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "FEISHU, 20480",
    "DINGTALK, 20000",
    "WECOM, 20000",
    "SLACK, 150000",
    "GENERIC, 300000"
  })
  void a_long_text_is_cut_to_the_limit_and_says_so(WebhookKind kind, int limit) throws Exception {
    String text = ("\"扣子\" 🙂 <令牌>\n" + "\uD83D\uDE00".repeat(50) + "\n").repeat(5_000);
    deliver(kind, null, "题".repeat(5_000), text);
    assertThat(sent().toString().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(limit);
    assertThat(sent().toString()).contains(Fitting.CUT).doesNotContain("\uFFFD");
    if (kind == WebhookKind.WECOM) {
      assertThat(sent().at("/text/content").asText().getBytes(UTF_8))
          .hasSizeLessThanOrEqualTo(2_048)
          .hasSizeGreaterThan(1_700);
    }
    if (kind == WebhookKind.SLACK) {
      assertThat(sent().get("blocks").size()).isBetween(10, 50);
      for (JsonNode block : sent().get("blocks")) {
        assertThat(block.at("/text/text").asText()).isNotEmpty().hasSizeLessThanOrEqualTo(3_000);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FEISHU   | {'code':11232,'msg':'frequency limited'} | 60",
        "DINGTALK | {'errcode':130101,'errmsg':'send too fast'} | 600",
        "WECOM    | {'errcode':45009,'errmsg':'api freq out of limit'} | 60",
      })
  void a_code_for_too_many_messages_says_when_to_come_back(
      WebhookKind kind, String json, long seconds) throws Exception {
    answer = json.replace('\'', '"');
    assertThat(deliver(kind, null, "s", "t"))
        .isInstanceOfSatisfying(
            Later.class,
            later -> {
              assertThat(later.pause()).isEqualTo(Duration.ofSeconds(seconds));
              assertThat(later.reason()).matches("answered (err)?code [0-9]+: [a-z ]+");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FEISHU   | {'code':19021,'msg':'sign match fail'}",
        "DINGTALK | {'errcode':310000,'errmsg':'sign not match'}",
        "WECOM    | {'errcode':93000,'errmsg':'invalid webhook url'}",
        "WECOM    | {'errcode':-1,'errmsg':'system busy'}",
      })
  void a_code_that_is_not_about_the_message_is_for_later(WebhookKind kind, String json)
      throws Exception {
    answer = json.replace('\'', '"');
    assertThat(deliver(kind, null, "s", "t"))
        .isInstanceOfSatisfying(Later.class, later -> assertThat(later.pause()).isNull());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DINGTALK | {'errcode':430102,'errmsg':'inappropriate text'}",
        "WECOM    | {'errcode':45002,'errmsg':'content size out of limit'}",
      })
  void a_code_for_a_bad_message_is_final(WebhookKind kind, String json) throws Exception {
    answer = json.replace('\'', '"');
    assertThat(deliver(kind, null, "s", "t")).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{}", "[]", "{\"code\":\"x\"}", "null"})
  void an_answer_that_does_not_say_what_happened_leaves_it_open(String text) throws Exception {
    answer = text;
    assertThat(deliver(WebhookKind.FEISHU, null, "s", "t")).isInstanceOf(Unsure.class);
    assertThat(deliver(WebhookKind.SLACK, null, "s", "t")).isInstanceOf(Unsure.class);
  }

  @ParameterizedTest
  @CsvSource({
    "400, '', Refused, ",
    "413, '', Refused, ",
    "302, 'Location: /x', Later, ",
    "404, '', Later, ",
    "429, '', Later, 60",
    "429, 'Retry-After: 7', Later, 7",
    "503, 'Retry-After: Tue, 14 Nov 2023 22:13:30 GMT', Later, 9",
    "503, 'Retry-After: soon', Later, ",
    "503, 'Retry-After: 999999999', Later, 86400",
    "500, '', Later, ",
    "504, '', Unsure, ",
  })
  void the_status_decides_what_becomes_of_it(
      int code, String more, String outcome, @Nullable Long seconds) throws Exception {
    status = code;
    header = more;
    Delivery delivery = deliver(WebhookKind.GENERIC, null, "s", "t");
    assertThat(delivery.getClass().getSimpleName()).isEqualTo(outcome);
    if (delivery instanceof Later later) {
      Duration pause = later.pause();
      assertThat(pause == null ? null : (Long) pause.toSeconds()).isEqualTo(seconds);
      assertThat(later.reason()).startsWith("answered " + code);
    }
  }

  @Test
  void a_server_that_falls_silent_after_it_was_asked_leaves_it_open() throws Exception {
    status = -1;
    Webhook hook = webhook(WebhookKind.GENERIC, null, Duration.ofSeconds(1));
    assertThat(hook.deliver(message("s", "t"))).isInstanceOf(Unsure.class);
  }

  @Test
  void an_endless_answer_is_read_only_so_far() throws Exception {
    status = -2;
    assertThat(deliver(WebhookKind.GENERIC, null, "s", "t")).isEqualTo(new Delivered());
  }

  @Test
  void a_line_that_breaks_after_the_message_was_sent_leaves_it_open() throws Exception {
    status = -3;
    assertThat(deliver(WebhookKind.GENERIC, null, "s", "t"))
        .isEqualTo(new Unsure("the webhook did not answer: the connection broke"));
  }

  @Test
  void an_interruption_is_told_or_kept() throws Exception {
    Thread.currentThread().interrupt();
    boolean thrown = false;
    try {
      assertThat(deliver(WebhookKind.GENERIC, null, "s", "t")).isInstanceOf(Unsure.class);
    } catch (InterruptedException e) {
      thrown = true;
    }
    assertThat(Thread.interrupted()).isNotEqualTo(thrown);
  }

  @Test
  void nobody_at_the_port_is_for_later() throws Exception {
    String url = url();
    server.stop(0);
    Webhook hook = new Webhook("ops", WebhookKind.GENERIC, new Secret(url), null, CLOCK);
    assertThat(hook.deliver(message("s", "t")))
        .isEqualTo(new Later("the webhook cannot be reached: no such host, or nobody there", null));
  }

  @ParameterizedTest
  @CsvSource({
    "http://chat.example/x, 'expected https, or http to localhost, 127.0.0.1 or [::1]'",
    "http://127.0.0.1.evil.example/x, 'expected https, or http to localhost, 127.0.0.1 or [::1]'",
    "ftp://127.0.0.1/x, expected a URL such as https://host/path",
    "chat.example/x, expected a URL such as https://host/path",
    "https:///x, expected a URL such as https://host/path",
    "https://a b/x, expected a URL such as https://host/path",
    "https://u:p@chat.example/x, expected a URL without user and fragment",
    "https://chat.example/x#y, expected a URL without user and fragment",
  })
  void a_url_that_cannot_be_used_is_said_at_once_and_not_shown(String url, String message) {
    assertThatThrownBy(() -> new Webhook("ops", WebhookKind.GENERIC, new Secret(url), null, CLOCK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message)
        .hasNoCause();
  }

  private Delivery deliver(WebhookKind kind, @Nullable Secret key, String subject, String text)
      throws InterruptedException {
    return webhook(kind, key, Duration.ofSeconds(30)).deliver(message(subject, text));
  }

  private Webhook webhook(WebhookKind kind, @Nullable Secret key, Duration limit) {
    return new Webhook("ops", kind, new Secret(url()), key, CLOCK, limit, null);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?access_token=TESTONLY-url";
  }

  private static Message message(String subject, String text) {
    return new Message("id-1", null, subject, text, List.of());
  }

  private JsonNode sent() {
    return Objects.requireNonNull(body);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      body = new ObjectMapper().readTree(exchange.getRequestBody());
      query = exchange.getRequestURI().getRawQuery();
      signature = exchange.getRequestHeaders().getFirst("X-Patrol-Signature");
      if (status == -1) {
        over.await();
      } else if (status == -2) {
        exchange.sendResponseHeaders(200, 0);
        byte[] part = new byte[8_192];
        while (over.getCount() > 0) {
          exchange.getResponseBody().write(part);
        }
      } else if (status > 0) {
        String more = header;
        if (more != null && !more.isEmpty()) {
          exchange.getResponseHeaders().add(more.split(": ", 2)[0], more.split(": ", 2)[1]);
        }
        byte[] bytes = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
