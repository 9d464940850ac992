package dev.patrol.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Cause;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Firing;
import dev.patrol.model.Flips;
import dev.patrol.model.InventoryIssue;
import dev.patrol.model.Judgement;
import dev.patrol.model.Severity;
import dev.patrol.model.Token;
import dev.patrol.model.TokenState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares whole reports with those under {@code src/test/resources/report}, a folder for each
 * case. {@code mvn test -Dtest=GoldenReportTest -Dgolden.update=true} writes them anew; read the
 * difference before committing it. What pages have in common is left out of them, and so are packed
 * rows.
 */
class GoldenReportTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "report");
  private static final Map<String, Case> CASES =
      Map.of(
          "empty", new Case(Sample.run("2026-11-22", "en"), List.of(), Sample.summary()),
          "team", new Case(Sample.run("2026-11-22", "en"), team(), teamSummary()),
          "team-zh", new Case(Sample.run("2026-11-22", "zh"), team(), teamSummary()),
          "hostile",
              new Case(
                  Sample.run("2026-11-22", "en"),
                  HostileSample.judgements(HostileSample.SHORT_IDS),
                  HostileSample.summary()));
  private static final Pattern STYLE =
      Pattern.compile("(?s)(<(style|script|template)\\b[^>]*>).*?(</\\2>)");
  private static final Pattern HASH = Pattern.compile("sha256-[A-Za-z0-9+/=]+");

  private record Case(RunInfo run, List<Judgement> judgements, RunSummary summary) {}

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void the_report_is_as_recorded(String name, Case recorded, @TempDir Path reports)
      throws IOException {
    Map<String, String> written = files(write(recorded, reports));
    if (name.equals("hostile")) {
      // They hold rows of the index again, a page for each hostile name.
      written.keySet().removeIf(file -> file.startsWith("owners/") && file.endsWith(".html"));
    }
    Path golden = GOLDEN.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      update(golden, written);
    }
    assertThat(written).isEqualTo(files(golden));
  }

  static Stream<Arguments> cases() {
    return CASES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @Test
  void every_recorded_report_has_its_case() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(CASES.keySet());
    }
  }

  private static Path write(Case recorded, Path reports) {
    try (ReportWriter writer =
        ReportWriter.open(reports, recorded.run(), Sample.directory(recorded.judgements()))) {
      recorded.judgements().forEach(writer::add);
      return writer.publish(recorded.summary());
    }
  }

  /** All five statuses occur. */
  private static List<Judgement> team() {
    Token expired = Sample.token("desk").expiresAt(Instant.parse("2026-11-19T15:59:59Z")).build();
    Endpoint first = Sample.endpoint("desk-bot", "desk").build();
    Token healthy = Sample.token("crm").owner("王芳").build();
    Endpoint good = Sample.endpoint("crm-bot", "crm").build();
    Endpoint open = Sample.endpoint("crm-chat", "crm").workspace("7400000000000000002").build();
    Endpoint refused = Sample.endpoint("crm-list", "crm").body("{\"bot_id\":\"75'\"}").build();
    Judgement dead =
        Sample.judgement(
            expired,
            TokenState.EXPIRED,
            List.of(Sample.failing(first, Cause.KEY_VALIDITY, "ended on 2026-11-19")),
            List.of(
                Sample.finding(
                        Sample.EXPIRED,
                        Severity.CRITICAL,
                        null,
                        expired,
                        "ended on 2026-11-19",
                        expired.expiresAt())
                    .as(FindingStatus.REOPENED, Instant.parse("2026-11-01T02:00:00Z"))));
    Judgement mixed =
        Sample.judgement(
            healthy,
            TokenState.EXPIRING,
            List.of(
                Sample.passing(good),
                Sample.unknown(open),
                Sample.failing(refused, Cause.ESCALATE, "")),
            List.of(
                Sample.finding(Sample.ESCALATE, refused, healthy, "code 4101, all steps hold"),
                Sample.finding(Sample.UNUSED, null, healthy, "Workspace.list")
                    .waivedBy(Sample.waiver(Sample.UNUSED, "c*")),
                Sample.finding(Sample.HEADER, good, healthy, "there are two blanks")
                    .as(FindingStatus.FIXED, Instant.parse("2026-11-20T02:00:00Z"))));
    return List.of(
        Sample.traced(dead, new Firing(Sample.EXPIRED, "desk", null)),
        Sample.traced(
            mixed,
            new Firing(Sample.UNUSED, "crm", null),
            new Firing(Sample.PERMISSION, "crm", "crm-chat"),
            new Firing(Sample.ESCALATE, "crm", "crm-list")));
  }

  private static RunSummary teamSummary() {
    Finding across =
        new Finding(
            Sample.UNUSED,
            Severity.LOW,
            FindingStatus.OPEN,
            null,
            null,
            null,
            "Li Wei",
            null,
            "holds 9 of 10 personal tokens",
            null,
            null,
            "owner Li Wei, pat, personal",
            Instant.parse("2026-11-15T02:00:00Z"));
    return new RunSummary(
        List.of(
            new InventoryIssue("tokens.csv", 9, "kind", "pet", "expected pat, sat or oauth"),
            new InventoryIssue("endpoints.csv", 12, "", "", "expected 9 cells, got 8")),
        List.of(across),
        5,
        1,
        Map.of("volcano_1001", 5L),
        List.of(Sample.UNUSED, Sample.ESCALATE, Sample.HEADER, Sample.EXPIRED),
        Map.of(),
        new Flips(1, 3),
        List.of("api.coze.com was down"));
  }

  private static Map<String, String> files(Path report) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(report)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = report.relativize(path).toString().replace('\\', '/');
        String text = Files.readString(path, UTF_8);
        files.put(name, name.endsWith(".html") ? withoutStyle(text) : text);
      }
    }
    return files;
  }

  private static String withoutStyle(String page) {
    return HASH.matcher(STYLE.matcher(page).replaceAll("$1$3")).replaceAll("sha256");
  }

  private static void update(Path golden, Map<String, String> written) throws IOException {
    if (Files.exists(golden)) {
      for (String old : files(golden).keySet()) {
        Files.delete(golden.resolve(old));
      }
    }
    for (Map.Entry<String, String> file : written.entrySet()) {
      Path path = golden.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue(), UTF_8);
    }
  }
}
