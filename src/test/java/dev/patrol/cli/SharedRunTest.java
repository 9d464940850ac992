package dev.patrol.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.history.Postgres;
import dev.patrol.history.Store;
import dev.patrol.history.StoreLocation;
import dev.patrol.sandbox.Received;
import dev.patrol.sandbox.Sandbox;
import dev.patrol.sandbox.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Real processes that share runs by a real database, and lose one of them. */
@Execution(ExecutionMode.CONCURRENT)
class SharedRunTest {
  private static final int TOKENS = 300;

  /** All numbers of tokens have three digits. */
  private static final int FIRST = 100;

  private static final int CALLS = 3;
  private static final int CONCURRENCY = 4;

  /** Each token is asked who it is, too. */
  private static final int REQUESTS = TOKENS * (CALLS + 1);

  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final Path folder;
  private final Path reports;
  private final StoreLocation database = Postgres.newDatabase();
  private final Map<String, Process> nodes = new TreeMap<>();
  private Sandbox api;

  SharedRunTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.reports = folder.resolve("reports");
    this.api = Sandbox.start(World.read(write("world.yaml", "latency-ms: 25\n")), 0);
  }

  @BeforeEach
  void start_nodes() throws Exception {
    writeInventory();
    for (String node : List.of("first", "second")) {
      nodes.put(node, patrol(node, "schedule"));
    }
    Awaiting.until(() -> nodes.keySet().stream().allMatch(node -> says(node, "nightly: next ")));
    assertThat(patrol("command", "schedule", "run-now", "nightly").waitFor())
        .as(log("command"))
        .isZero();
    Awaiting.until(() -> api.received().size() >= REQUESTS / 6);
  }

  @AfterEach
  void end_nodes() {
    nodes.values().forEach(process -> process.destroyForcibly().onExit().join());
    api.close();
  }

  @Test
  void a_run_outlives_the_node_that_began_it() throws Exception {
    String begun = beginner();
    process(begun).destroyForcibly().waitFor();
    int asked = api.received().size();
    assertThat(asked).as("killed in the middle").isLessThan(REQUESTS);
    String other = other(begun);
    Awaiting.until(() -> says(other, " done after "));
    assertWholeAndOnce();
    signal("TERM", other);
    assertThat(process(other).waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process(other).exitValue()).as(log(other)).isZero();
    assertThat(log(other)).endsWith("ScheduleCommand: stopped\n");
  }

  @Test
  void a_node_that_was_frozen_stops_when_it_hears_that_another_took_over() throws Exception {
    String frozen = beginner();
    signal("STOP", frozen);
    try (Store store = Store.open(database)) {
      Awaiting.until(() -> isTakenOver(store));
    }
    signal("CONT", frozen);
    Awaiting.until(() -> nodes.keySet().stream().anyMatch(node -> says(node, " done after ")));
    Awaiting.until(() -> says(frozen, "was taken over by another node"));
    assertWholeAndOnce();
  }

  /** It asks since it has begun; the other one may still be compiling the rules. */
  private String beginner() {
    return nodes.keySet().stream()
        .filter(node -> says(node, " begins: "))
        .findFirst()
        .orElseThrow();
  }

  private String other(String node) {
    return nodes.keySet().stream().filter(name -> !name.equals(node)).findFirst().orElseThrow();
  }

  private static boolean isTakenOver(Store store) {
    return store
        .transactions()
        .run(
            connection -> {
              try (var query =
                      connection.prepareStatement("SELECT 1 FROM shared_part WHERE attempt > 1");
                  var rows = query.executeQuery()) {
                return rows.next();
              }
            });
  }

  /** One report of one run, in which everything stands once, and hardly a call was sent twice. */
  private void assertWholeAndOnce() throws IOException {
    List<String> published;
    try (Stream<Path> files = Files.list(reports)) {
      published =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals(".patrol") && !name.equals("latest"))
              .toList();
    }
    assertThat(published).hasSize(1);
    Path report = reports.resolve(published.get(0));
    assertThat(Files.readAllLines(report.resolve("endpoints.csv")).stream().skip(1))
        .extracting(row -> row.substring(0, row.indexOf(',')))
        .containsExactlyElementsOf(endpoints().sorted().toList());
    assertThat(Files.readAllLines(report.resolve("findings.csv")))
        .filteredOn(row -> row.contains(",endpoint-seen,"))
        .hasSize(TOKENS * CALLS);
    try (Store store = Store.open(database)) {
      assertThat(store.archive().runs(10))
          .singleElement()
          .satisfies(run -> assertThat(run.id()).isEqualTo(published.get(0)))
          .satisfies(run -> assertThat(run.totals().unanswered()).isZero());
    }
    List<String> paths = api.received().stream().map(Received::path).toList();
    assertThat(paths).containsAll(endpoints().map(SharedRunTest::path).toList());
    assertThat(paths.size() - REQUESTS)
        .as("calls sent twice: those under way")
        .isBetween(0, CONCURRENCY);
  }

  private static Stream<String> endpoints() {
    return IntStream.range(0, TOKENS * CALLS)
        .mapToObj(number -> "e" + (FIRST + number / CALLS) + "-" + number % CALLS);
  }

  private static String path(String endpoint) {
    return "/v1/bots/74" + endpoint.substring(1).replace("-", "0");
  }

  private Process patrol(String name, String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(args));
    command.addAll(List.of("--config", folder.resolve("patrol.yaml").toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name).toFile())
        .start();
  }

  private void signal(String signal, String node) throws Exception {
    String pid = String.valueOf(process(node).pid());
    assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor()).isZero();
  }

  private Process process(String node) {
    return Objects.requireNonNull(nodes.get(node));
  }

  private boolean says(String node, String text) {
    return log(node).contains(text);
  }

  private String log(String name) {
    try {
      return Files.readString(folder.resolve(name), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void writeInventory() throws IOException {
    write(
        "patrol.yaml",
        """
        store: "%s"
        routes: {api.coze.cn: "%s"}
        probe: {concurrency: %s, rate-per-account: 1000, read-timeout: 5m, call-timeout: 5m}
        schedules:
          nightly: {cron: "0 30 2 1 1 ?", zone: Asia/Shanghai}
        """
            .formatted(database.url(), api.uri(), CONCURRENCY));
    // One rule: compiling all of them would take each node longer than the run.
    write(
        "rules/seen.drl",
        """
        package mine

        import dev.patrol.model.*

        global Audit audit

        rule "An endpoint was seen"
            @id(endpoint-seen)
            @severity(low)
            @guide(hygiene)
            @title("The endpoint was seen")
            @remedy("Nothing is to be done.")
        when
            $endpoint : Endpoint()
        then
            audit.warn($endpoint, "%s was seen", $endpoint.id());
        end
        """);
    StringBuilder tokens = new StringBuilder("token,kind,secret\n");
    for (int t = 0; t < TOKENS; t++) {
      tokens.append("t%s,pat,file:secret%s\n".formatted(FIRST + t, t));
      write("inventory/secret" + t, "pat_TESTONLY%s\n".formatted(100_000_000_000L + t));
    }
    write("inventory/tokens.csv", tokens.toString());
    write("inventory/workspaces.csv", "workspace\n");
    StringBuilder rows = new StringBuilder("endpoint,token,method,url\n");
    endpoints()
        .forEach(
            endpoint ->
                rows.append(
                    "%s,t%s,GET,https://api.coze.cn%s\n"
                        .formatted(endpoint, endpoint.substring(1, 4), path(endpoint))));
    write("inventory/endpoints.csv", rows.toString());
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text, UTF_8);
  }
}
