package dev.patrol.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.Unpacked;
import dev.patrol.sandbox.Received;
import dev.patrol.sandbox.Sandbox;
import dev.patrol.sandbox.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Kills real processes in the middle of an audit, and goes on. */
@Execution(ExecutionMode.CONCURRENT)
class KilledAuditTest {
  private static final int TOKENS = 40;
  private static final int CALLS = 5;
  private static final int CONCURRENCY = 4;

  /** The build makes do with a few; a soak asks for more. */
  private static final int KILLS = Integer.getInteger("patrol.kills", 2);

  private final Path folder;

  KilledAuditTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void a_killed_audit_goes_on_and_asks_nothing_twice() throws Exception {
    writeInventory();
    try (Sandbox api = Sandbox.start(world(), 0)) {
      assertThat(audit(api, "whole").waitFor(120, SECONDS)).isTrue();
      List<Received> undisturbed = api.received();
      assertThat(undisturbed).hasSizeGreaterThan(TOKENS * CALLS);
      Random random = new Random(7);
      for (int i = 0; i < KILLS; i++) {
        int asked = 1 + random.nextInt(undisturbed.size() - 1);
        killed_after(asked, "reports" + i, api, undisturbed);
      }
    }
  }

  private void killed_after(int asked, String reports, Sandbox api, List<Received> undisturbed)
      throws Exception {
    int before = api.received().size();
    Process first = audit(api, reports);
    Awaiting.until(() -> api.received().size() - before >= asked || !first.isAlive());
    first.destroyForcibly().waitFor();
    Path journal = folder.resolve(reports).resolve(".patrol/unfinished/r1.journal");
    if (Files.exists(journal)) {
      assertThat(journal).content().doesNotContain("TESTONLY");
    }
    Process second = audit(api, reports, "--resume");
    assertThat(second.waitFor(120, SECONDS)).isTrue();
    assertThat(second.exitValue()).as(Files.readString(folder.resolve("err"))).isZero();
    assertThat(contents(folder.resolve(reports).resolve("r1")))
        .as("killed after %d requests", asked)
        .isEqualTo(contents(folder.resolve("whole").resolve("r1")));
    List<Received> disturbed = api.received().subList(before, api.received().size());
    List<Received> again = new ArrayList<>(disturbed);
    undisturbed.forEach(call -> assertThat(again.remove(call)).as("%s", call).isTrue());
    assertThat(again)
        .as("those under way when it was killed")
        .hasSizeLessThanOrEqualTo(CONCURRENCY);
    try (Stream<Path> left = Files.list(folder.resolve(reports))) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(".patrol", "latest", "r1");
    }
  }

  private Process audit(Sandbox api, String reports, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "audit",
                "--config",
                folder.resolve("patrol.yaml").toString(),
                "--route",
                "api.coze.cn=" + api.uri(),
                "--rules",
                Path.of("rules").toAbsolutePath().toString(),
                "--reports",
                folder.resolve(reports).toString(),
                "--now",
                "2026-11-22T10:00:00+08:00",
                "--run",
                "r1"));
    command.addAll(List.of(more));
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private static Map<String, String> contents(Path report) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(report)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(report.relativize(file).toString(), Unpacked.text(file));
      }
    }
    return contents;
  }

  private World world() throws IOException {
    write("inventory/sandbox.yaml", "latency-ms: 15\n");
    return World.read(folder.resolve("inventory/sandbox.yaml"));
  }

  private void writeInventory() throws IOException {
    StringBuilder tokens = new StringBuilder("token,kind,secret,owner\n");
    StringBuilder endpoints = new StringBuilder("endpoint,token,method,url\n");
    for (int t = 0; t < TOKENS; t++) {
      tokens.append("t%s,pat,file:secret%s,Li Wei\n".formatted(t, t));
      write("inventory/secret" + t, "pat_TESTONLY%s\n".formatted(100_000_000_000L + t));
      for (int c = 0; c < CALLS; c++) {
        endpoints.append(
            "e%s-%s,t%s,GET,https://api.coze.cn/v1/bots/%s\n"
                .formatted(t, c, t, 74_000_000 + 10 * t + c));
      }
    }
    write(
        "patrol.yaml", "probe: {concurrency: %s, rate-per-account: 1000}\n".formatted(CONCURRENCY));
    write("inventory/tokens.csv", tokens.toString());
    write("inventory/workspaces.csv", "workspace\n");
    write("inventory/endpoints.csv", endpoints.toString());
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, UTF_8);
  }
}
