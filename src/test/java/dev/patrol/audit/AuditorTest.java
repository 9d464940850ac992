package dev.patrol.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.contentOf;

import dev.patrol.config.Config;
import dev.patrol.history.Store;
import dev.patrol.history.StoreLocation;
import dev.patrol.report.Todo;
import java.io.IOException;
import java.nio.file.Files;
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

  @Test
  void findings_over_the_whole_inventory_are_waived_and_those_about_waivers_are_not(
      @TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("tokens.csv"), "token,kind\nt1,pat\n");
    Files.writeString(folder.resolve("workspaces.csv"), "workspace\n7501100000000000011\n");
    Files.writeString(folder.resolve("endpoints.csv"), "endpoint,token,method,url\n");
    Files.writeString(
        folder.resolve("waivers.csv"),
        """
        rule,token,endpoint,workspace,reason,who,until
        workspace-owner-missing,,,75*,r,Li Wei,2026-12-31
        waiver-unused,*,*,*,r,Li Wei,2026-12-31
        """);
    Config config = Config.DEFAULT.withInventory(folder).withReports(folder.resolve("reports"));
    AuditOutcome outcome;
    try (Store store = Store.open(StoreLocation.embedded(config.reports()))) {
      AuditRequest request =
          new AuditRequest(config, CLOCK, Map.of(), true, false, null, "r1", "test");
      outcome = Auditor.prepare(request).run(store, Progress.NONE);
    }
    assertThat(contentOf(outcome.report().resolve("findings.csv").toFile()).lines())
        .anyMatch(row -> row.startsWith("r1,workspace-owner-missing,hygiene,low,waived,"))
        .anyMatch(row -> row.startsWith("r1,waiver-unused,hygiene,low,new,"));
  }
}
