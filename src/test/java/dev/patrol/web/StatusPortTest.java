package dev.patrol.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.model.FindingStatus;
import dev.patrol.model.Severity;
import dev.patrol.model.TokenState;
import dev.patrol.model.Verdict;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real requests, written by hand, as clients would not send the evil ones. */
class StatusPortTest {
  private static final Instant TIME = Instant.parse("2026-11-23T18:30:00Z");
  private static final Health SOUND =
      new Health(
          true,
          List.of(
              new Health.OneSchedule(
                  "nightly", TIME, false, false, false, new Health.LastRun("r1", "done", TIME)),
              new Health.OneSchedule("weekly", null, true, true, false, null)));

  private final Path reports;
  private final Metrics metrics = new Metrics();
  private final List<StatusPort> ports = new ArrayList<>();
  private HealthCheck check = () -> SOUND;

  StatusPortTest(@TempDir Path folder) {
    this.reports = folder.resolve("reports");
  }

  @BeforeEach
  void publish() throws IOException {
    write("r1/index.html", "<p>old</p>");
    write("r2/index.html", "<p>new</p>");
    write("r2/support/e 1.txt", "ask");
    write("r2/tokens.csv", "token\n");
    write("r2/empty.csv", "");
    write("r2/.hidden", "secret");
    write(".patrol/store.mv.db", "secret");
    write("../outside.txt", "secret");
    Files.createSymbolicLink(reports.resolve("latest"), Path.of("r2"));
    Files.createSymbolicLink(reports.resolve("r2/link.txt"), Path.of("../../outside.txt"));
    Files.createSymbolicLink(reports.resolve("r2/within.csv"), Path.of("tokens.csv"));
    Files.createSymbolicLink(reports.resolve("up"), Path.of(".."));
  }

  @AfterEach
  void close() {
    ports.forEach(StatusPort::close);
  }

  @Test
  void a_sound_scheduler_is_healthy() throws IOException {
    assertThat(get("/healthz"))
        .startsWith("HTTP/1.1 200 ")
        .contains("Content-type: application/json", "X-content-type-options: nosniff")
        .endsWith(
            "{\"ok\":true,\"database\":true,\"scheduler\":true,\"schedules\":{"
                + "\"nightly\":{\"next\":\"2026-11-23T18:30:00Z\",\"paused\":false,"
                + "\"running\":false,\"stale\":false,\"last\":{\"run\":\"r1\","
                + "\"outcome\":\"done\",\"ended\":\"2026-11-23T18:30:00Z\"}},"
                + "\"weekly\":{\"next\":null,\"paused\":true,\"running\":true,"
                + "\"stale\":false}}}");
  }

  @Test
  void what_is_wrong_makes_it_unhealthy() throws IOException {
    check = () -> new Health(false, List.of());
    assertThat(get("/healthz")).startsWith("HTTP/1.1 503 ").contains("\"scheduler\":false");
    check =
        () ->
            new Health(
                true, List.of(new Health.OneSchedule("nightly", TIME, false, false, true, null)));
    assertThat(get("/healthz")).startsWith("HTTP/1.1 503 ").contains("\"stale\":true");
    check =
        () -> {
          throw new IOException("pat_TESTONLY000000000001");
        };
    assertThat(get("/healthz"))
        .startsWith("HTTP/1.1 503 ")
        .endsWith("{\"ok\":false,\"database\":false}");
  }

  @Test
  void a_database_that_hangs_keeps_nobody_waiting() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    check =
        () -> {
          never.await();
          return SOUND;
        };
    StatusPort port = start("127.0.0.1");
    for (int i = 0; i < 3; i++) {
      assertThat(get(port, "/healthz", "localhost")).endsWith("{\"ok\":false,\"database\":false}");
    }
    assertThat(get(port, "/metrics", "localhost")).startsWith("HTTP/1.1 200 ");
    never.countDown();
  }

  @Test
  void clients_that_dawdle_keep_nobody_waiting() throws IOException {
    StatusPort port = start("127.0.0.1");
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 10; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port.uri().getPort());
        socket.getOutputStream().write("GET /healthz HTTP/1.1\r\nHo".getBytes(UTF_8));
        slow.add(socket);
      }
      assertThat(get(port, "/healthz", "localhost")).startsWith("HTTP/1.1 200 ");
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void what_schedules_did_is_counted() throws IOException {
    metrics.began("weekly");
    metrics.began("nightly");
    metrics.ended("nightly", "done", true, TIME, Duration.ofMillis(1500));
    metrics.ended("nightly", "failed", false, TIME.plusSeconds(60), Duration.ofSeconds(2));
    metrics.requests("nightly", 7);
    metrics.requests("nightly", 5);
    metrics.report("nightly", Map.of(TokenState.EXPIRED, 3L), Map.of(Verdict.PASS, 4L));
    metrics.findings(
        "nightly",
        Map.of(
            FindingStatus.NEW, Map.of(Severity.CRITICAL, 2L, Severity.LOW, 1L),
            FindingStatus.WAIVED, Map.of(Severity.LOW, 0L)));

    assertThat(get("/metrics"))
        .startsWith("HTTP/1.1 200 ")
        .contains("Content-type: text/plain; version=0.0.4; charset=utf-8")
        .contains(
            "patrol_runs_total{outcome=\"done\",schedule=\"nightly\"} 1.0\n",
            "patrol_runs_total{outcome=\"failed\",schedule=\"nightly\"} 1.0\n",
            "patrol_run_in_progress{schedule=\"nightly\"} 0.0\n",
            "patrol_run_in_progress{schedule=\"weekly\"} 1.0\n",
            "patrol_run_duration_seconds{schedule=\"nightly\"} 2.0\n",
            "patrol_run_last_success_timestamp_seconds{schedule=\"nightly\"} 1.7954586E9\n",
            "patrol_schedule_next_timestamp_seconds{schedule=\"nightly\"} 1.7954586E9\n",
            "patrol_requests_sent_total{schedule=\"nightly\"} 12.0\n",
            "patrol_tokens{schedule=\"nightly\",state=\"expired\"} 3.0\n",
            "patrol_endpoints{schedule=\"nightly\",verdict=\"pass\"} 4.0\n",
            "patrol_findings{schedule=\"nightly\",severity=\"critical\",status=\"new\"} 2.0\n",
            "patrol_findings{schedule=\"nightly\",severity=\"low\",status=\"new\"} 1.0\n",
            "patrol_findings{schedule=\"nightly\",severity=\"low\",status=\"waived\"} 0.0\n")
        .doesNotContain("patrol_schedule_next_timestamp_seconds{schedule=\"weekly\"}");
  }

  @Test
  void the_first_page_leads_to_the_latest_reports() throws IOException {
    assertThat(get("/"))
        .contains("Content-type: text/html; charset=utf-8")
        .contains("<a href=\"/reports/nightly/latest/\">nightly</a>");
    assertThat(get("/reports/nightly"))
        .startsWith("HTTP/1.1 302 ")
        .contains("Location: /reports/nightly/latest/\r\n");
    assertThat(get("/reports/nightly/r1"))
        .startsWith("HTTP/1.1 302 ")
        .contains("Location: /reports/nightly/r1/\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "/reports/nightly/latest/, text/html; charset=utf-8, <p>new</p>",
    "/reports/nightly/latest/index.html?x=1, text/html; charset=utf-8, <p>new</p>",
    "/reports/nightly/r1/, text/html; charset=utf-8, <p>old</p>",
    "/reports/nightly/r2/tokens.csv, text/csv; charset=utf-8, token",
    "/reports/nightly/latest/support/e%201.txt, text/plain; charset=utf-8, ask",
  })
  void a_file_of_a_report_is_served(String path, String type, String content) throws IOException {
    assertThat(get(path))
        .startsWith("HTTP/1.1 200 ")
        .contains("Content-type: " + type + "\r\n", "X-content-type-options: nosniff", content);
  }

  @Test
  void an_empty_file_is_one() throws IOException {
    assertThat(get("/reports/nightly/r2/empty.csv"))
        .startsWith("HTTP/1.1 200 ")
        .endsWith("\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/reports/nightly/r2/.hidden",
        "/reports/nightly/.patrol/store.mv.db",
        "/reports/nightly/%2epatrol/store.mv.db",
        "/reports/nightly/r2/link.txt",
        "/reports/nightly/r2/within.csv",
        "/reports/nightly/up/outside.txt",
        "/reports/nightly/../outside.txt",
        "/reports/nightly/r2/../../outside.txt",
        "/reports/nightly/r2/%2e%2e/%2e%2e/outside.txt",
        "/reports/nightly/r2/..%2f..%2foutside.txt",
        "/reports/nightly/r2/..%5c..%5coutside.txt",
        "/reports/nightly/r2//tokens.csv",
        "/reports/nightly/r2/support",
        "/reports/nightly/r2/support/",
        "/reports/nightly/r2/tokens.csv%00.html",
        "/reports/nightly/none/",
        "/reports/weekly/",
        "/other/nightly/latest/",
        "//reports/nightly/",
        "/favicon.ico",
        "/healthz/",
      })
  void what_is_no_file_of_a_report_is_not_served(String path) throws IOException {
    assertThat(get(path)).matches("(?s)HTTP/1\\.1 40[04] .*").doesNotContain("secret");
  }

  @Test
  void the_newest_report_may_be_named_by_a_file() throws IOException {
    Files.delete(reports.resolve("latest"));
    assertThat(get("/reports/nightly/latest/")).startsWith("HTTP/1.1 404 ");
    write("latest", "r1\n");
    assertThat(get("/reports/nightly/latest/")).endsWith("<p>old</p>");
    Files.delete(reports.resolve("latest"));
    write("latest", "../outside.txt\n");
    assertThat(get("/reports/nightly/latest/")).startsWith("HTTP/1.1 404 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", ""})
  void a_name_from_outside_is_refused(String host) throws IOException {
    StatusPort port = start("127.0.0.1");
    for (String path : List.of("/", "/healthz", "/reports/nightly/latest/")) {
      assertThat(get(port, path, host)).matches("(?s)HTTP/1\\.1 40[03] .*");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:9464", "127.0.0.1:1", "[::1]:9464"})
  void a_name_from_within_is_taken(String host) throws IOException {
    assertThat(get(start("127.0.0.1"), "/healthz", host)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
  void nothing_but_get_is_taken(String method) throws IOException {
    assertThat(send(start("127.0.0.1"), method + " /healthz", "localhost"))
        .startsWith("HTTP/1.1 405 ")
        .contains("Allow: GET\r\n");
  }

  @Test
  void an_address_that_others_reach_shows_no_report() throws IOException {
    StatusPort port = start("0.0.0.0");
    assertThat(get(port, "/healthz", "patrol.example")).startsWith("HTTP/1.1 200 ");
    assertThat(get(port, "/metrics", "patrol.example")).startsWith("HTTP/1.1 200 ");
    assertThat(get(port, "/", "patrol.example")).startsWith("HTTP/1.1 404 ");
    assertThat(get(port, "/reports/nightly/latest/", "localhost")).startsWith("HTTP/1.1 404 ");
  }

  @Test
  void a_port_that_is_taken_is_a_problem() {
    int taken = start("127.0.0.1").uri().getPort();
    assertThatThrownBy(() -> StatusPort.start("127.0.0.1", taken, check, metrics, Map.of()))
        .isInstanceOf(ProblemsException.class)
        .hasMessageStartingWith("http: cannot listen at 127.0.0.1, port " + taken + ": ");
  }

  private StatusPort start(String address) {
    StatusPort port = StatusPort.start(address, 0, check, metrics, Map.of("nightly", reports));
    ports.add(port);
    return port;
  }

  private String get(String path) throws IOException {
    return get(start("127.0.0.1"), path, "localhost");
  }

  private static String get(StatusPort port, String path, String host) throws IOException {
    return send(port, "GET " + path, host);
  }

  private static String send(StatusPort port, String line, String host) throws IOException {
    URI uri = port.uri();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
      String request = line + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = reports.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, UTF_8);
  }
}
