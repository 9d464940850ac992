package dev.patrol.report.published;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.model.Cause;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Flips;
import dev.patrol.model.TokenState;
import dev.patrol.model.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedRunTest {
  private static final Path RECORDED = Path.of("src/test/resources/report");
  private static final String NIGHT = "2026-11-22T02:30:00+08:00";

  private final Path reports;

  PublishedRunTest(@TempDir Path reports) {
    this.reports = reports;
  }

  /** Keeps all that it is handed. */
  private static final class Everything implements RunVisitor {
    private final List<PublishedToken> tokens = new ArrayList<>();
    private final List<PublishedEndpoint> endpoints = new ArrayList<>();
    private final List<PublishedFinding> findings = new ArrayList<>();
    private final List<PublishedRule> rules = new ArrayList<>();
    private Flips flips = Flips.NONE;

    @Override
    public void token(PublishedToken token) {
      tokens.add(token);
    }

    @Override
    public void endpoint(PublishedEndpoint endpoint) {
      endpoints.add(endpoint);
    }

    @Override
    public void finding(PublishedFinding finding) {
      findings.add(finding);
    }

    @Override
    public void rule(PublishedRule rule) {
      rules.add(rule);
    }

    @Override
    public void flips(Flips counted) {
      flips = counted;
    }
  }

  @Test
  void what_a_report_holds_is_read_again() {
    PublishedRun run =
        new ReportFiles("first", NIGHT)
            .owner("Li Wei", "li.wei@example.com")
            .unowned("", "")
            .token("sales", "invalid", "fail", "key.validity")
            .finding("lost", "high", "new", "sales", 0, "2026-12-01T23:59:59+08:00")
            .flips(2, 7)
            .in(reports);
    assertThat(run.head().id()).isEqualTo("first");
    assertThat(run.head().startedAt()).isEqualTo(Instant.parse("2026-11-21T18:30:00Z"));
    assertThat(run.owners())
        .extracting(PublishedOwner::key)
        .containsExactly("li.wei@example.com", "");
    Everything all = new Everything();
    run.read(all);
    assertThat(all.tokens)
        .containsExactly(new PublishedToken("sales", TokenState.INVALID, "", List.of()));
    assertThat(all.endpoints)
        .containsExactly(
            new PublishedEndpoint(
                "call-sales", "sales", Verdict.FAIL, Cause.KEY_VALIDITY, List.of()));
    assertThat(all.findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.status()).isEqualTo(FindingStatus.NEW);
              assertThat(finding.subject().shown()).isEqualTo("sales");
              assertThat(finding.owners()).containsExactly(0);
              assertThat(finding.due()).isEqualTo(Instant.parse("2026-12-01T15:59:59Z"));
            });
    assertThat(all.flips).isEqualTo(new Flips(2, 7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty", "team", "team-zh", "hostile"})
  void every_recorded_report_can_be_read(String name) {
    PublishedRun run = PublishedRun.open(RECORDED, name);
    Everything all = new Everything();
    run.read(all);
    assertThat(run.head().language().getLanguage()).isEqualTo(name.equals("team-zh") ? "zh" : "en");
    assertThat(all.rules).isNotEmpty();
    assertThat(all.findings.isEmpty()).isEqualTo(name.equals("empty"));
    assertThat(all.findings)
        .allSatisfy(finding -> assertThat(finding.owners()).allMatch(i -> i < run.owners().size()));
  }

  @Test
  void latest_is_what_the_link_or_the_file_of_that_name_says() throws IOException {
    new ReportFiles("first", NIGHT).in(reports);
    new ReportFiles("second", NIGHT).in(reports);
    Files.createSymbolicLink(reports.resolve("latest"), Path.of("first"));
    assertThat(PublishedRun.open(reports, "latest").head().id()).isEqualTo("first");
    Files.delete(reports.resolve("latest"));
    Files.writeString(reports.resolve("latest"), "second\n", UTF_8);
    assertThat(PublishedRun.open(reports, "latest").head().id()).isEqualTo("second");
  }

  @ParameterizedTest
  @ValueSource(strings = {"third", "../elsewhere", "latest", "", ".", "first/owners"})
  void a_run_that_is_not_there_is_named_with_those_that_are(String name) {
    new ReportFiles("first", NIGHT).in(reports);
    new ReportFiles("second", NIGHT).in(reports);
    assertThatThrownBy(() -> PublishedRun.open(reports, name))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            reports + ": there is no report of a run \"" + name + "\"; there are first, second");
  }

  @Test
  void a_folder_without_reports_says_so() {
    assertThatThrownBy(() -> PublishedRun.open(reports.resolve("none"), "latest"))
        .hasMessageContaining("no run has a report there yet");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"schema\":1|\"schema\":2|is of schema 2, expected 1 at most; use the newer Patrol",
        "\"id\":\"first\",||it does not name its run; the file is damaged",
        "+08:00\",\"zone\"|\",\"zone\"|expected a time such as 2026-12-01T23:59:59+08:00",
        "Asia/Shanghai|Asia/Nowhere|expected a time zone such as Asia/Shanghai",
      })
  void a_damaged_beginning_is_told(String part, String instead, String message) throws IOException {
    new ReportFiles("first", NIGHT).in(reports);
    damage(part, instead == null ? "" : instead);
    assertThatThrownBy(() -> PublishedRun.open(reports, "first"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("audit.json")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"high\"|\"dire\"|audit.json:5:39: did not expect \"dire\"; the file is damaged",
        "\"owners\":[0]|\"owners\":[7]|expected the position of one of 1 owners",
        "\"evidence\":\"|\"evidence\":[\"|expected a text",
        "Renew it.\"}]}|Renew it.\"}]|audit.json:9:1: it is no JSON, or ends too early",
        "\"remedy\"|\"rem|no JSON, or ends too early",
      })
  void damage_further_on_is_told_with_its_line(String part, String instead, String message)
      throws IOException {
    PublishedRun run =
        new ReportFiles("first", NIGHT)
            .owner("Li Wei", "")
            .finding("lost", "high", "new", "sales", 0)
            .in(reports);
    damage(part, instead);
    assertThatThrownBy(() -> run.read(new Everything()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("audit.json:")
        .hasMessageContaining(message);
  }

  private void damage(String part, String instead) throws IOException {
    Path file = reports.resolve("first/audit.json");
    String text = Files.readString(file, UTF_8);
    assertThat(text.replace(",\n", ",")).contains(part);
    Files.writeString(
        file, text.replace(",\n\"offline", ",\"offline").replace(part, instead), UTF_8);
  }
}
