package dev.patrol.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.contentOf;

import dev.patrol.config.Config;
import dev.patrol.history.Store;
import dev.patrol.history.StoreLocation;
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
    return Auditor.prepare(
        new AuditRequest(config, CLOCK, Map.of(), true, false, null, "r1", "test"));
  }

  @Test
  void a_stopped_audit_is_cancelled_and_publishes_nothing(@TempDir Path reports) {
    Auditor auditor = auditor(reports);
    Progress stopping =
        new Progress() {
          @Override
          public void began(long tokens) {
            auditor.stop();
          }
        };
    try (Store store = Store.open(StoreLocation.embedded(reports))) {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> auditor.run(store, stopping));
      assertThat(store.archive().runs(10)).isEmpty();
    }
    assertThat(reports).isDirectoryNotContaining("glob:**r1*");
  }

  @Test
  void what_to_do_first_is_what_the_report_s_page_says_first(@TempDir Path reports) {
    AuditOutcome outcome;
    try (Store store = Store.open(StoreLocation.embedded(reports))) {
      outcome = auditor(reports).run(store, Progress.NONE);
    }
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
