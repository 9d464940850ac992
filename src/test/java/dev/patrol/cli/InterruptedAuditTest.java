package dev.patrol.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stops a real process in the middle of an audit whose service takes its time. */
@Execution(ExecutionMode.CONCURRENT)
class InterruptedAuditTest {
  private static final Path STATUS = Path.of("/proc/self/status");

  private final Path folder;
  private final Path reports;

  InterruptedAuditTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.reports = Files.createDirectory(folder.resolve("reports"));
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void a_stopped_audit_says_so_and_can_go_on(String signal, int code) throws Exception {
    assumeThat(signal.equals("INT") && ignoresInterrupts()).isFalse();
    writeInventory();
    Process audit = start();
    try {
      Path begun = reports.resolve(".r1.part1");
      Awaiting.until(() -> Files.exists(begun) || !audit.isAlive());
      assertThat(begun).isDirectory();
      assertThat(new ProcessBuilder("kill", "-" + signal, "" + audit.pid()).start().waitFor())
          .isZero();
      assertThat(audit.waitFor(30, SECONDS)).isTrue();
    } finally {
      audit.destroyForcibly();
    }
    assertThat(audit.exitValue()).as(Files.readString(folder.resolve("err"))).isEqualTo(code);
    assertThat(names(reports)).containsExactly(".patrol");
    assertThat(reports.resolve(".patrol/unfinished/r1.journal")).exists();
    assertThat(Files.readString(folder.resolve("err"))).doesNotContain("Unexpected", "Exception");
  }

  private Process start() throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "audit",
            "--sandbox",
            "--config",
            folder.resolve("patrol.yaml").toString(),
            "--rules",
            Path.of("rules").toAbsolutePath().toString(),
            "--run",
            "r1");
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private void writeInventory() throws IOException {
    write("patrol.yaml", "probe: {call-timeout: 5m, read-timeout: 5m}\n");
    write("inventory/tokens.csv", "token,kind,secret\nt1,sat,file:secret\n");
    write("inventory/secret", "sat_TESTONLY000000000001\n");
    write("inventory/workspaces.csv", "workspace\n");
    write("inventory/endpoints.csv", "endpoint,token,method,url\n");
    write("inventory/sandbox.yaml", "latency-ms: 300000\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, UTF_8);
  }

  /** A process that was started in the background hands its deafness to interrupts on. */
  private static boolean ignoresInterrupts() throws IOException {
    if (Files.notExists(STATUS)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(STATUS, UTF_8)) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .anyMatch(line -> new BigInteger(line.substring(7).strip(), 16).testBit(1));
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
