package dev.patrol.probe;

import static dev.patrol.probe.Samples.botGet;
import static dev.patrol.probe.Samples.dossier;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Answer;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Failure;
import dev.patrol.model.Meaning;
import dev.patrol.model.Probed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ProbeFaultsTest {
  private static final byte[] NOTHING = {};

  @Test
  void tells_a_name_that_is_not_found() {
    try (ProbeStand stand = ProbeStand.unrouted(ProbeFaultsTest::withoutNames)) {
      assertFailed(stand.identity(), Failure.DNS);
      assertThat(stand.last().sent()).isZero();
    }
  }

  @Test
  void tells_a_refused_connection_after_trying_again() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    try (ProbeStand stand = ProbeStand.at(port)) {
      assertFailed(stand.identity(), Failure.CONNECT);
      assertThat(stand.ticker.nanos()).isGreaterThan(Duration.ofMillis(700).toNanos());
    }
  }

  @Test
  void tells_a_reset() throws IOException {
    try (RawServer server = new RawServer((socket, out) -> socket.setSoLinger(true, 0));
        ProbeStand stand = ProbeStand.at(server.port())) {
      assertFailed(stand.identity(), Failure.RESET);
      assertThat(server.heads()).hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\n",
        "HTTP/1.1 200 OK\nContent-Length: 100\n\n{\"code\":0}",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nab"
      })
  void tells_an_answer_that_ends_early(String head) throws IOException {
    try (RawServer server = RawServer.saying(head, NOTHING);
        ProbeStand stand = ProbeStand.at(server.port())) {
      assertFailed(stand.identity(), Failure.RESET);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9\n\n",
        "HTTP/1.1 two hundred\n\n",
        "garbage pat_TESTONLY000000000001\n\n",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nzz\nab\n0\n\n"
      })
  void tells_what_is_not_http(String head) throws IOException {
    try (RawServer server = RawServer.saying(head, NOTHING);
        ProbeStand stand = ProbeStand.at(server.port())) {
      assertFailed(stand.identity(), Failure.UNREADABLE);
      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void tells_a_server_that_says_nothing() throws IOException {
    try (RawServer server = new RawServer((socket, out) -> socket.getInputStream().read());
        ProbeStand stand =
            ProbeStand.at(server.port(), s -> s.readTimeout(Duration.ofMillis(200)))) {
      assertFailed(stand.identity(), Failure.TIMEOUT);
      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void is_not_fooled_by_a_drip() throws IOException {
    try (RawServer server = new RawServer(ProbeFaultsTest::drip);
        ProbeStand stand =
            ProbeStand.at(
                server.port(),
                s -> s.readTimeout(Duration.ofSeconds(60)).callTimeout(Duration.ofMillis(300)))) {
      assertFailed(stand.identity(), Failure.TIMEOUT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 1048577\n\n", "\n"})
  void refuses_a_body_beyond_the_limit(String rest) throws IOException {
    byte[] body = "{\"code\":0,\"a\":\"".repeat(80_000).getBytes(ISO_8859_1);
    try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\n" + rest, body);
        ProbeStand stand = ProbeStand.at(server.port())) {
      assertUnreadable(stand.identity());
    }
  }

  @Test
  void counts_a_body_after_unpacking() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 100; i++) {
        gzip.write(new byte[1 << 20]);
      }
    }
    assertThat(packed.size()).isLessThan(1 << 20);
    try (RawServer server = RawServer.saying(gzipHead(packed), packed.toByteArray());
        ProbeStand stand = ProbeStand.at(server.port())) {
      assertUnreadable(stand.identity());
    }
  }

  @Test
  void reads_packed_bodies_and_refuses_broken_ones() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("{\"code\":0}".getBytes(ISO_8859_1));
    }
    try (RawServer server = RawServer.saying(gzipHead(packed), packed.toByteArray());
        ProbeStand stand = ProbeStand.at(server.port())) {
      assertThat(stand.identity().meaning()).isEqualTo(Meaning.ACCEPTED);
    }
    byte[] broken = new byte[packed.size()];
    try (RawServer server = RawServer.saying(gzipHead(packed), broken);
        ProbeStand stand = ProbeStand.at(server.port())) {
      assertFailed(stand.identity(), Failure.UNREADABLE);
    }
  }

  @Test
  void does_not_follow_a_redirect_even_on_the_same_host() throws IOException {
    try (MockWebServer other = NoDelay.server();
        MockWebServer server = NoDelay.server()) {
      for (String target :
          List.of(other.url("/x").toString(), server.url("/y").toString(), "/v1/workspaces")) {
        server.enqueue(new MockResponse.Builder().code(307).addHeader("Location", target).build());
        try (ProbeStand stand = ProbeStand.at(server.getPort())) {
          Answer answer = stand.identity();
          assertThat(answer.httpStatus()).isEqualTo(307);
          assertThat(answer.failure()).isEqualTo(Failure.UNREADABLE);
        }
      }
      assertThat(other.getRequestCount()).isZero();
      assertThat(server.getRequestCount()).isEqualTo(3);
    }
  }

  @Test
  void sends_nothing_over_tls_that_it_does_not_trust() throws IOException {
    HeldCertificate trusted = certificate("localhost");
    try (MockWebServer server = tlsServer(trusted)) {
      server.enqueue(new MockResponse.Builder().body("{\"code\":0}").build());
      String origin = "https://localhost:" + server.getPort();
      try (ProbeStand stand =
          ProbeStand.to(origin, UnaryOperator.identity(), UnaryOperator.identity())) {
        assertFailed(stand.identity(), Failure.TLS);
        assertThat(server.getRequestCount()).isZero();
      }
      try (ProbeStand stand = ProbeStand.to(origin, UnaryOperator.identity(), trusting(trusted))) {
        assertThat(stand.identity().meaning()).isEqualTo(Meaning.ACCEPTED);
      }
    }
  }

  @Test
  void refuses_a_certificate_for_another_name() throws IOException {
    HeldCertificate other = certificate("other.example");
    try (MockWebServer server = tlsServer(other);
        ProbeStand stand =
            ProbeStand.to(
                "https://localhost:" + server.getPort(),
                UnaryOperator.identity(),
                trusting(other))) {
      assertFailed(stand.identity(), Failure.TLS);
      assertThat(server.getRequestCount()).isZero();
    }
  }

  @Test
  void gives_up_a_host_after_failures_in_a_row() throws IOException {
    try (RawServer server = RawServer.saying("garbage\n\n", NOTHING);
        ProbeStand stand =
            ProbeStand.at(server.port(), s -> s.concurrency(1).hostFailures(3).attempts(1))) {
      Probed probed =
          stand.send(
              dossier(
                  IntStream.range(0, 8)
                      .mapToObj(i -> botGet("e" + i, "" + i))
                      .toArray(Endpoint[]::new)));
      assertThat(probed.answers())
          .extracting(Answer::probe)
          .containsExactly(
              "failed-unreadable",
              "failed-unreadable",
              "failed-host-down",
              "failed-host-down",
              "failed-host-down",
              "failed-host-down",
              "failed-host-down",
              "failed-host-down");
      assertThat(probed.answers().get(2).millis()).isNull();
      assertThat(server.heads()).hasSize(3);
      assertThat(stand.last().hostsDown()).containsExactly("api.coze.cn");
    }
  }

  @Test
  void gives_up_a_host_whose_name_is_not_found() {
    try (ProbeStand stand = ProbeStand.unrouted(ProbeFaultsTest::withoutNames)) {
      Probed probed =
          stand.send(
              dossier(
                  IntStream.range(0, 30)
                      .mapToObj(i -> botGet("e" + i, "" + i))
                      .toArray(Endpoint[]::new)));
      assertThat(probed.answers()).last().extracting(Answer::probe).isEqualTo("failed-host-down");
    }
  }

  private static void assertFailed(Answer answer, Failure failure) {
    assertThat(answer.failure()).isEqualTo(failure);
    assertThat(answer.probe()).isEqualTo("failed-" + failure.id());
    assertThat(answer.meaning()).isEqualTo(Meaning.SERVICE);
    assertThat(answer.httpStatus()).isNull();
  }

  private static void assertUnreadable(Answer answer) {
    assertThat(answer.failure()).isEqualTo(Failure.UNREADABLE);
    assertThat(answer.httpStatus()).isEqualTo(200);
  }

  private static String gzipHead(ByteArrayOutputStream packed) {
    return "HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: " + packed.size() + "\n\n";
  }

  private static void drip(Socket socket, OutputStream out) throws IOException {
    out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(ISO_8859_1));
    socket.setSoTimeout(5);
    while (true) {
      out.write(' ');
      try {
        if (socket.getInputStream().read() < 0) {
          return;
        }
      } catch (SocketTimeoutException e) {
        // The pause between two drops.
      }
    }
  }

  private static OkHttpClient.Builder withoutNames(OkHttpClient.Builder client) {
    return client.dns(
        name -> {
          throw new UnknownHostException(name);
        });
  }

  private static HeldCertificate certificate(String name) {
    return new HeldCertificate.Builder().addSubjectAlternativeName(name).build();
  }

  private static MockWebServer tlsServer(HeldCertificate certificate) throws IOException {
    MockWebServer server = new MockWebServer();
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory());
    server.start();
    return server;
  }

  private static UnaryOperator<OkHttpClient.Builder> trusting(HeldCertificate certificate) {
    HandshakeCertificates trust =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(certificate.certificate())
            .build();
    return client -> client.sslSocketFactory(trust.sslSocketFactory(), trust.trustManager());
  }
}
