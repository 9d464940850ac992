package dev.patrol.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import dev.patrol.model.Secret;
import dev.patrol.notify.SmtpServer.Encryption;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The other side repeats all it was sent, and the libraries log what the product lets through,
 * which is warnings: below that the HTTP client of the JDK names URLs.
 */
class SecretsStayInsideTest {
  private static final String PATH = "TESTONLY-path";
  private static final String TOKEN = "TESTONLY-token";
  private static final String KEY = "TESTONLY-key";
  private static final String PASSWORD = "TESTONLY-password";
  private static final Message MESSAGE =
      new Message("id-1", new Recipient("Ann", "ann@example.com"), "s", "t", List.of());

  private final Logger root = Logger.getLogger("");
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          seen.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private final Level before = root.getLevel();

  @BeforeEach
  void listen() {
    handler.setLevel(Level.ALL);
    root.addHandler(handler);
    root.setLevel(Level.WARNING);
  }

  @AfterEach
  void restore() {
    root.setLevel(before);
    root.removeHandler(handler);
  }

  @ParameterizedTest
  @EnumSource(WebhookKind.class)
  void a_webhook_that_repeats_everything(WebhookKind kind) throws Exception {
    for (int status : new int[] {200, 400, 500}) {
      HttpServer server = echo(status);
      try {
        int port = server.getAddress().getPort();
        String url = "http://127.0.0.1:" + port + "/" + PATH + "?access_token=" + TOKEN;
        try (Webhook hook =
            new Webhook("ops", kind, new Secret(url), new Secret(KEY), Clock.systemUTC())) {
          seen.add(hook.deliver(MESSAGE).toString());
        }
      } finally {
        server.stop(0);
      }
    }
    assertNothingLeaked();
  }

  @Test
  void a_webhook_that_is_not_there_or_cannot_be_used() throws Exception {
    for (String url : List.of("https://nowhere.invalid/" + PATH, "http://127.0.0.1:1/" + PATH)) {
      Webhook hook =
          new Webhook(
              "ops", WebhookKind.SLACK, new Secret(url), new Secret(KEY), Clock.systemUTC());
      seen.add(hook.deliver(MESSAGE).toString());
    }
    seen.add(
        trace(
            catchThrowable(
                () ->
                    new Webhook(
                        "ops",
                        WebhookKind.SLACK,
                        new Secret("http://x y/" + PATH),
                        null,
                        Clock.systemUTC()))));
    assertNothingLeaked();
  }

  @ParameterizedTest
  @CsvSource({"AUTH", "MAIL", "RCPT", "DATA", "."})
  void a_mail_server_that_repeats_everything(String command) throws Exception {
    String said =
        "550-" + PASSWORD + "\r\n550 VEVTVE9OTFktcGFzc3dvcmQ= cGF0cm9sAHBhdHJvbABURVNUT05MWS1w";
    Map<String, String> answers =
        command.equals("AUTH")
            ? Map.of("EHLO", "250-hello\r\n250 AUTH PLAIN", "AUTH", said)
            : Map.of("EHLO", "250-hello\r\n250 AUTH PLAIN", "AUTH", "235 ok", command, said);
    try (ScriptedSmtp server = ScriptedSmtp.answering(answers)) {
      SmtpServer login =
          new SmtpServer(
              "127.0.0.1", server.port(), Encryption.NONE, "patrol", new Secret(PASSWORD));
      SmtpMail mail =
          new SmtpMail(login, new Sender("", "patrol@example.com", null), Clock.systemUTC());
      seen.add(login + " " + mail.deliver(MESSAGE));
    }
    assertNothingLeaked();
  }

  private void assertNothingLeaked() {
    assertThat(seen)
        .isNotEmpty()
        .allSatisfy(
            text ->
                assertThat(text)
                    .doesNotContain(PATH, TOKEN, KEY, PASSWORD, "VEVTVE9OTFktcGFzc3dvcmQ="));
  }

  private static HttpServer echo(int status) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String said = exchange.getRequestURI() + " " + KEY;
            byte[] json =
                ("{\"code\":1,\"msg\":\"" + said + "\",\"errcode\":1,\"errmsg\":\"" + said + "\"}")
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(status, json.length);
            exchange.getResponseBody().write(json);
          }
        });
    server.start();
    return server;
  }

  private static String trace(Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
