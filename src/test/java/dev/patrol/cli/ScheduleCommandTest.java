package dev.patrol.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, as a user starts, commands and stops them. */
class ScheduleCommandTest {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final Path folder;
  private final Path reports;
  private final List<Process> processes = new ArrayList<>();

  ScheduleCommandTest(@TempDir Path folder) {
    this.folder = folder;
    this.reports = folder.resolve("reports");
  }

  @AfterEach
  void end() {
    processes.forEach(process -> process.destroyForcibly().onExit().join());
  }

  @Test
  void a_scheduler_is_commanded_from_beside_it_and_stops_gracefully() throws Exception {
    inventory("latency-ms: 0\n");
    Process first = start("first");
    Awaiting.until(() -> log("first").contains("schedule nightly: next "));

    Process second = start("second");
    assertThat(second.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isEqualTo(2);
    assertThat(log("second"))
        .contains("schedule.lock: another scheduler works with this store", "PostgreSQL");

    assertThat(patrol(0, "list")).contains("waiting", "0 30 2 1 1 ? Asia/Shanghai", "Running: ");
    assertThat(patrol(0, "pause", "nightly")).isEqualTo("nightly is paused.\n");
    assertThat(patrol(0, "list")).contains("paused");
    assertThat(patrol(0, "resume", "nightly")).contains("02:30:00 +08:00.\n");
    assertThat(patrol(2, "pause", "nigthly"))
        .contains("schedules: expected one of nightly, got \"nigthly\"");
    assertThat(patrol(0, "run-now", "nightly")).isEqualTo("nightly runs now.\n");
    Awaiting.until(() -> log("first").contains(" done after "));
    assertThat(log("first"))
        .contains("schedule nightly: run nightly-", " begins", ": 100 %, 1 of 1 tokens")
        .containsPattern("1 tokens, 0 endpoints, [0-9]+ findings.* next [0-9]{4}-01-01 02:30:00");
    assertThat(reports.resolve("latest").resolve("index.html")).isNotEmptyFile();

    signal("TERM", first);
    assertThat(first.exitValue()).as(log("first")).isZero();
    assertThat(log("first")).endsWith("ScheduleCommand: stopped\n").doesNotContain("Exception");
    assertThat(patrol(0, "list")).contains("waiting", "Not running");
  }

  @Test
  void an_audit_that_a_stop_cuts_short_goes_on_after_the_next_start() throws Exception {
    inventory("latency-ms: 300000\n");
    Process first = start("first");
    Awaiting.until(() -> log("first").contains("schedule nightly: next "));
    patrol(0, "run-now", "nightly");
    Awaiting.until(() -> log("first").contains(" begins"));
    signal("TERM", first);
    assertThat(first.exitValue()).as(log("first")).isZero();
    assertThat(log("first"))
        .contains(" stopped after ", "goes on when the scheduler is started again")
        .doesNotContain("Exception");
    assertThat(reports.resolve("latest")).doesNotExist();

    inventory("latency-ms: 0\n");
    start("second");
    Awaiting.until(() -> log("second").contains(" done after "));
    String run = run("first");
    assertThat(run("second")).isEqualTo(run);
    assertThat(log("second")).contains("run " + run + " goes on");
    assertThat(reports.resolve(run).resolve("index.html")).isNotEmptyFile();
  }

  @Test
  void settings_without_a_schedule_or_with_a_wrong_one_are_refused() throws IOException {
    write("patrol.yaml", "lang: en\n");
    assertThat(patrol(2)).startsWith("schedules: expected a schedule in the settings, such as");
    write("patrol.yaml", "schedules: {nightly: {cron: 30 2 * * *}}\n");
    assertThat(patrol(2))
        .isEqualTo(
            folder.resolve("patrol.yaml")
                + ":1:29: schedules.nightly.cron: expected six fields, seconds first, such as"
                + " \"0 30 2 * * ?\" (did you mean \"0 30 2 * * ?\"?), got \"30 2 * * *\"\n");
  }

  private String patrol(int code, String... args) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    List<String> all = new ArrayList<>(List.of("schedule"));
    all.addAll(List.of(args));
    all.addAll(List.of("--config", folder.resolve("patrol.yaml").toString()));
    int actual = Main.run(out, out, all.toArray(String[]::new));
    assertThat(actual).as(text.toString()).isEqualTo(code);
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  private Process start(String name) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "schedule",
            "--sandbox",
            "--config",
            folder.resolve("patrol.yaml").toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name).toFile())
            .start();
    processes.add(process);
    return process;
  }

  private static void signal(String signal, Process process) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor())
        .isZero();
    assertThat(process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  private String run(String name) {
    return log(name).replaceAll("(?s).*?: run (nightly-[0-9TZ]+) .*", "$1");
  }

  private String log(String name) {
    try {
      return Files.readString(folder.resolve(name), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void inventory(String world) throws IOException {
    write(
        "patrol.yaml",
        """
        rules: {folder: %s}
        probe: {call-timeout: 5m, read-timeout: 5m}
        schedules:
          nightly: {cron: "0 30 2 1 1 ?", zone: Asia/Shanghai}
        """
            .formatted(Path.of("rules").toAbsolutePath()));
    write("inventory/tokens.csv", "token,kind,secret\nt1,sat,file:secret\n");
    write("inventory/secret", "sat_TESTONLY000000000001\n");
    write("inventory/workspaces.csv", "workspace\n");
    write("inventory/endpoints.csv", "endpoint,token,method,url\n");
    write("inventory/sandbox.yaml", world);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, UTF_8);
  }
}
