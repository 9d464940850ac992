package dev.patrol.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.patrol.config.Config;
import dev.patrol.notify.Channel;
import dev.patrol.notify.Delivery.Delivered;
import dev.patrol.notify.Message;
import dev.patrol.problem.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelsTest {
  private final Path folder;

  ChannelsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void without_settings_there_is_no_channel() {
    try (Channels channels = Channels.open(Config.DEFAULT, Map.of(), Clock.systemUTC())) {
      assertThat(channels.mail()).isNull();
      assertThat(channels.webhooks()).isEmpty();
    }
  }

  @Test
  void every_channel_of_the_settings_is_opened_by_name() throws IOException {
    Files.writeString(folder.resolve("key"), "TESTONLY-key\n");
    Config config =
        settings(
            """
            notify:
              mail:
                {host: h, encryption: tls, user: u, password: env:P, from: a@b.c, reply-to: d@e.f}
              webhooks:
                f: {kind: feishu, url: env:U, secret: file:key}
                e: {kind: lark, url: env:U}
                d: {kind: dingtalk, url: env:U, secret: env:P}
                c: {kind: wecom, url: env:U}
                b: {kind: slack, url: env:U}
                a: {kind: generic, url: env:U}
            """);
    Map<String, String> environment = Map.of("U", "https://chat.example/x", "P", "TESTONLY");
    try (Channels channels = Channels.open(config, environment, Clock.systemUTC())) {
      assertThat(channels.mail()).isNotNull().extracting(Channel::name).isEqualTo("mail");
      assertThat(channels.webhooks())
          .extracting(Channel::name)
          .containsExactly("a", "b", "c", "d", "e", "f");
    }
  }

  @Test
  void a_webhook_delivers_to_the_url_that_the_reference_leads_to() throws Exception {
    List<String> heads = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          try (exchange) {
            heads.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Patrol-Signature")));
            exchange.sendResponseHeaders(204, -1);
          }
        });
    server.start();
    try {
      Config config =
          settings("notify: {webhooks: {own: {kind: generic, url: env:U, secret: env:K}}}");
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
      Map<String, String> environment = Map.of("U", url, "K", "TESTONLY-key");
      try (Channels channels = Channels.open(config, environment, Clock.systemUTC())) {
        Channel own = channels.webhooks().get(0);
        assertThat(own.deliver(new Message("id-1", null, "s", "t", List.of())))
            .isEqualTo(new Delivered());
      }
      assertThat(heads).singleElement().asString().matches("t=[0-9]{10},v1=[0-9a-f]{64}");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void all_that_is_wrong_is_said_at_once_without_a_secret() throws IOException {
    Config config =
        settings(
            """
            notify:
              mail: {host: h, user: u, password: env:P, from: "-.@b.c"}
              webhooks:
                gone: {kind: slack, url: file:gone}
                open: {kind: generic, url: env:U, secret: env:K}
            """);
    Map<String, String> environment = Map.of("U", "http://chat.example/TESTONLY");
    try (Channels channels = Channels.open(config, environment, Clock.systemUTC())) {
      assertThat(channels.mail()).isNull();
      assertThat(channels.webhooks()).isEmpty();
      assertThat(channels.problems())
          .extracting(Problem::toString)
          .containsExactly(
              "notify.mail: not a mail address such as ann@example.com: \"-.@b.c\"",
              "notify.mail.password: environment variable P is not set",
              "notify.webhooks.gone.url: file " + folder.resolve("gone") + " is not found",
              "notify.webhooks.open.secret: environment variable K is not set",
              "notify.webhooks.open.url: expected https, or http to localhost, 127.0.0.1 or"
                  + " [::1]");
    }
  }

  @Test
  void a_channel_without_its_secret_leaves_the_others() throws IOException {
    Config config =
        settings(
            """
            notify:
              mail: {host: h, user: u, password: env:P, from: a@b.c}
              webhooks:
                good: {kind: slack, url: env:U}
                unsigned: {kind: generic, url: env:U, secret: env:K}
              admin: {email: a@b.c}
            """);
    Map<String, String> environment = Map.of("U", "https://chat.example/x");
    try (Channels channels = Channels.open(config, environment, Clock.systemUTC())) {
      assertThat(channels.mail()).isNull();
      assertThat(channels.webhooks()).extracting(Channel::name).containsExactly("good");
      assertThat(channels.problems())
          .extracting(Problem::source)
          .containsExactly("notify.mail.password", "notify.webhooks.unsigned.secret");
    }
  }

  private Config settings(String text) throws IOException {
    return Config.read(Files.writeString(folder.resolve("patrol.yaml"), text));
  }
}
