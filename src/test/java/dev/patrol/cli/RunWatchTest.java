package dev.patrol.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.audit.AuditOutcome;
import dev.patrol.model.Cause;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Severity;
import dev.patrol.model.TokenState;
import dev.patrol.model.Verdict;
import dev.patrol.report.Totals;
import dev.patrol.web.Health;
import dev.patrol.web.StatusPort;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunWatchTest {
  private final RunWatch watch = new RunWatch();

  @Test
  void findings_are_counted_with_their_own_status() throws IOException {
    ended(
        Map.of(
            FindingStatus.NEW, Map.of(Severity.HIGH, 2L),
            FindingStatus.WAIVED, Map.of(Severity.HIGH, 3L)));
    assertThat(metrics()).contains(line("new", 2), line("waived", 3)).doesNotContain("\"open\"");
    ended(
        Map.of(
            FindingStatus.NEW, Map.of(Severity.HIGH, 0L),
            FindingStatus.OPEN, Map.of(Severity.HIGH, 2L)));
    assertThat(metrics()).contains(line("new", 0), line("open", 2));
  }

  private static String line(String status, int count) {
    return "patrol_findings{schedule=\"nightly\",severity=\"high\",status=\"%s\"} %d.0\n"
        .formatted(status, count);
  }

  private void ended(Map<FindingStatus, Map<Severity, Long>> found) {
    Totals totals =
        new Totals(
            1,
            0,
            0,
            Map.of(TokenState.VALID, 1L),
            Map.of(Verdict.PASS, 0L),
            Map.of(Cause.NONE, 0L),
            found);
    AuditOutcome outcome =
        new AuditOutcome(Path.of("reports", "r1"), totals, List.of(), 0, 0, List.of());
    watch.ended("nightly", "r1", RunOutcome.DONE, Instant.EPOCH, Duration.ZERO, outcome);
  }

  private String metrics() throws IOException {
    Health health = new Health(true, List.of());
    try (StatusPort port =
            StatusPort.start("127.0.0.1", 0, () -> health, watch.metrics(), Map.of());
        InputStream in = port.uri().resolve("/metrics").toURL().openStream()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
