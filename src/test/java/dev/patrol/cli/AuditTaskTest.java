package dev.patrol.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.patrol.audit.AuditOutcome;
import dev.patrol.audit.InventoryName;
import dev.patrol.cli.RecordedShift.Submitted;
import dev.patrol.config.Config;
import dev.patrol.history.Store;
import dev.patrol.history.StoreLocation;
import dev.patrol.journal.InventoryLock;
import dev.patrol.problem.ProblemsException;
import dev.patrol.sandbox.Sandbox;
import dev.patrol.sandbox.World;
import dev.patrol.schedule.Work;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTaskTest {
  private static final Instant NOW = Instant.parse("2026-11-21T18:30:00Z");
  private static final String RUN = "nightly-20261121T183000Z";
  private static final Work NIGHTLY = new Work(Work.SCHEDULED, "nightly", RUN, 0, false);
  private static final int TOKENS = 3;
  private static final int CALLS = 4;

  private final Path folder;
  private final Sandbox api;
  private final Store store;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final RunListener listener;
  private final AuditTask task;

  AuditTaskTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.api = Sandbox.start(World.read(write("world.yaml", "latency-ms: 20\n")), 0);
    Path settings =
        write(
            "patrol.yaml",
            """
            routes: {api.coze.cn: "%s"}
            probe: {concurrency: 1, rate-per-account: 1000}
            schedules: {nightly: {cron: "0 30 2 * * ?"}}
            """
                .formatted(api.uri()));
    write(
        "rules/one.drl",
        """
        package mine
        import dev.patrol.model.*
        global Audit audit
        rule "one"
            @id(one) @severity(low) @guide(hygiene) @title("One") @remedy("None.")
        when
            $token : Token()
        then
            audit.warn($token, "one");
        end
        """);
    inventory();
    Config config = Config.load(settings);
    this.store = Store.open(StoreLocation.embedded(config.reports()));
    this.listener =
        new RunListener() {
          @Override
          public void ended(
              String schedule,
              String run,
              RunOutcome outcome,
              Instant time,
              Duration took,
              @Nullable AuditOutcome result) {
            heard.add(run + " " + outcome.word());
          }
        };
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    this.task =
        new AuditTask(new RunDesk(config, clock, Map.of(), false, List.of(listener)), store);
  }

  @AfterEach
  void close() {
    store.close();
    api.close();
  }

  @Test
  void a_run_is_over_before_anybody_is_told() throws IOException {
    List<List<String>> heardBefore = new CopyOnWriteArrayList<>();
    HttpServer chat =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    chat.createContext(
        "/hook",
        exchange -> {
          try (exchange) {
            heardBefore.add(List.copyOf(heard));
            exchange.sendResponseHeaders(204, -1);
          }
        });
    chat.start();
    try {
      write("hook", "http://127.0.0.1:" + chat.getAddress().getPort() + "/hook\n");
      Path settings = folder.resolve("patrol.yaml");
      write(
          "patrol.yaml",
          Files.readString(settings, UTF_8)
              + "notify: {webhooks: {ops: {kind: generic, url: \"file:hook\"}}}\n");
      RunDesk desk =
          new RunDesk(Config.load(settings), Clock.systemUTC(), Map.of(), false, List.of(listener));
      new AuditTask(desk, store).run(NIGHTLY, new RecordedShift(NOW));
    } finally {
      chat.stop(0);
    }
    assertThat(heardBefore).containsExactly(List.of(RUN + " done"));
  }

  private static Work retry(int tries) {
    return new Work("retry", "nightly", RUN, tries, true);
  }

  @Test
  void a_run_that_fails_is_tried_again_three_times() throws IOException {
    Files.delete(folder.resolve("inventory/tokens.csv"));
    RecordedShift shift = new RecordedShift(NOW);
    Work work = NIGHTLY;
    for (int tries = 0; tries <= 3; tries++) {
      Work next = work;
      assertThatExceptionOfType(ProblemsException.class).isThrownBy(() -> task.run(next, shift));
      work = retry(tries + 1);
    }
    assertThat(shift.submitted())
        .containsExactly(
            new Submitted(retry(1), Duration.ofMinutes(1)),
            new Submitted(retry(2), Duration.ofMinutes(5)),
            new Submitted(retry(3), Duration.ofMinutes(15)));
    assertThat(heard).hasSize(4).containsOnly(RUN + " failed");
    inventory();
    task.run(retry(3), shift);
    assertThat(shift.submitted()).hasSize(3);
    assertThat(heard).endsWith(RUN + " done");
    assertThat(published()).containsExactly(RUN);
  }

  @Test
  void a_busy_inventory_is_waited_for_a_minute_at_a_time() {
    Path reports = folder.resolve("reports");
    String name = InventoryName.of(folder.resolve("inventory"), reports, false);
    RecordedShift shift = new RecordedShift(NOW);
    try (InventoryLock lock =
        InventoryLock.tryTake(reports.resolve(".patrol/locks"), name).orElseThrow()) {
      assertThat(lock).isNotNull();
      task.run(NIGHTLY, shift);
      task.run(retry(2), shift);
    }
    assertThat(shift.submitted())
        .containsExactly(
            new Submitted(NIGHTLY, Duration.ofMinutes(1)),
            new Submitted(retry(2), Duration.ofMinutes(1)));
    assertThat(heard).containsExactly(RUN + " waiting", RUN + " waiting");
    assertThat(api.received()).isEmpty();
  }

  @Test
  void a_run_that_was_cut_short_goes_on_where_it_was() throws IOException {
    RecordedShift ending =
        new RecordedShift(NOW) {
          @Override
          public Registration whenEnding(Runnable action) {
            Thread end =
                new Thread(
                    () -> {
                      Awaiting.until(() -> api.received().size() >= TOKENS);
                      action.run();
                    },
                    "end of the shift");
            end.start();
            return () -> {};
          }
        };
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> task.run(NIGHTLY, ending));
    assertThat(ending.submitted()).as("the scheduler itself goes on with it").isEmpty();
    assertThat(heard).containsExactly(RUN + " stopped");
    assertThat(published()).isEmpty();
    assertThat(api.received()).hasSizeBetween(TOKENS, TOKENS * (CALLS + 1) - 1);

    task.run(new Work(Work.SCHEDULED, "nightly", RUN, 0, true), new RecordedShift(NOW));
    assertThat(heard).containsExactly(RUN + " stopped", RUN + " done");
    assertThat(published()).containsExactly(RUN);
    assertThat(api.received()).hasSize(TOKENS * (CALLS + 1));

    task.run(new Work(Work.SCHEDULED, "nightly", RUN, 0, true), new RecordedShift(NOW));
    assertThat(api.received()).as("it had come to its end").hasSize(TOKENS * (CALLS + 1));
    assertThat(store.archive().runs(10)).hasSize(1);
  }

  private List<String> published() throws IOException {
    Path reports = folder.resolve("reports");
    try (Stream<Path> files = Files.list(reports)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(".patrol") && !name.equals("latest"))
          .toList();
    }
  }

  private void inventory() throws IOException {
    StringBuilder tokens = new StringBuilder("token,kind,secret\n");
    StringBuilder endpoints = new StringBuilder("endpoint,token,method,url\n");
    for (int t = 0; t < TOKENS; t++) {
      tokens.append("t%d,pat,file:secret%d\n".formatted(t, t));
      write("inventory/secret" + t, "pat_TESTONLY%012d\n".formatted(t));
      for (int c = 0; c < CALLS; c++) {
        endpoints.append(
            "e%d-%d,t%d,GET,https://api.coze.cn/v1/bots/74%d%d\n".formatted(t, c, t, t, c));
      }
    }
    write("inventory/tokens.csv", tokens.toString());
    write("inventory/workspaces.csv", "workspace\n");
    write("inventory/endpoints.csv", endpoints.toString());
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text, UTF_8);
  }
}
