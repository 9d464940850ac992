package dev.patrol.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.contentOf;

import dev.patrol.config.Config;
import dev.patrol.report.view.Todo;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditorTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneOffset.UTC);

  private static final Pattern RULE = Pattern.compile("mono small\"><bdi>([a-z0-9-]+)</bdi>");

  private static Auditor auditor(Path reports) {
    Config config = Config.DEFAULT.withReports(reports);
    return Auditor.prepare(new AuditRequest(config, CLOCK, Map.of(), true, false, "r1", "test"));
  }

  @Test
  void an_interrupted_audit_is_cancelled_and_leaves_nothing(@TempDir Path reports) {
    Progress interrupting =
        new Progress() {
          @Override
          public void began(long tokens) {
            Thread.currentThread().interrupt();
          }
        };
    Auditor auditor = auditor(reports);
    try {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> auditor.run(interrupting));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(reports).isDirectoryNotContaining("glob:**r1*");
  }

  @Test
  void what_to_do_first_is_what_the_report_s_page_says_first(@TempDir Path reports) {
    AuditOutcome outcome = auditor(reports).run(Progress.NONE);
    String page = contentOf(outcome.report().resolve("index.html").toFile());
    List<String> rules =
        RULE.matcher(page.substring(page.indexOf("<ol class=\"todos\">")))
            .results()
            .map(rule -> rule.group(1))
            .limit(5)
            .toList();
    assertThat(outcome.first()).extracting(Todo::rule).hasSize(5).isEqualTo(rules);
  }
}
