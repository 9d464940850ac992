package dev.patrol.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Secret;
import dev.patrol.notify.Delivery.Delivered;
import dev.patrol.notify.Delivery.Later;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks over HTTPS. */
class WebhookTlsTest {
  private static final HeldCertificate CERTIFICATE =
      new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(CERTIFICATE)
            .build()
            .sslSocketFactory());
    server.enqueue(new MockResponse.Builder().code(200).body("ok").build());
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_server_with_a_good_certificate_gets_the_message() throws Exception {
    SSLContext trust =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(CERTIFICATE.certificate())
            .build()
            .sslContext();
    assertThat(deliver("localhost", trust)).isEqualTo(new Delivered());
  }

  @Test
  void a_server_with_a_certificate_of_nobody_known_gets_nothing() throws Exception {
    assertThat(deliver("localhost", null)).isInstanceOfSatisfying(Later.class, this::isRefused);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void a_server_with_a_certificate_of_another_name_gets_nothing() throws Exception {
    SSLContext trust =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(CERTIFICATE.certificate())
            .build()
            .sslContext();
    assertThat(deliver("127.0.0.1", trust)).isInstanceOfSatisfying(Later.class, this::isRefused);
    assertThat(server.getRequestCount()).isZero();
  }

  private void isRefused(Later later) {
    assertThat(later.reason()).startsWith("the webhook cannot be reached: the encryption failed: ");
  }

  private Delivery deliver(String host, @Nullable SSLContext context) throws InterruptedException {
    Secret url = new Secret("https://" + host + ":" + server.getPort() + "/TESTONLY");
    Webhook hook =
        new Webhook(
            "ops",
            WebhookKind.SLACK,
            url,
            null,
            Clock.systemUTC(),
            Duration.ofSeconds(30),
            context);
    return hook.deliver(new Message("id-1", null, "s", "t", List.of()));
  }
}
