package dev.patrol.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.audit.ReplayDifference.Kind;
import dev.patrol.config.Config;
import dev.patrol.facts.FactsWriter;
import dev.patrol.facts.RecordedFacts;
import dev.patrol.history.Store;
import dev.patrol.history.StoreLocation;
import dev.patrol.model.Policy;
import dev.patrol.model.RuleSettings;
import dev.patrol.model.Site;
import dev.patrol.report.published.PublishedRun;
import dev.patrol.rules.RuleBook;
import dev.patrol.sandbox.Sandbox;
import dev.patrol.sandbox.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  private static final Path SAMPLE = Path.of("inventory");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneOffset.UTC);

  private final Path folder;

  ReplayTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void write_the_settings() throws IOException {
    Files.writeString(folder.resolve("patrol.yaml"), "zone: Asia/Shanghai\n", UTF_8);
  }

  private Config config(Path inventory) {
    return Config.read(folder.resolve("patrol.yaml"))
        .withInventory(inventory)
        .withRules(Path.of("rules"))
        .withReports(folder.resolve("reports"));
  }

  private Path audit(Config config, boolean offline, String run) {
    AuditRequest request =
        new AuditRequest(config, CLOCK, Map.of(), offline, !offline, null, run, "0.1.0");
    try (Store store = Store.open(StoreLocation.embedded(config.reports()))) {
      return Auditor.prepare(request).run(store, Progress.NONE).report();
    }
  }

  private Path sandboxed(String run) {
    Config config = config(SAMPLE).withRatePerAccount(1_000);
    try (Sandbox api = Sandbox.start(World.read(SAMPLE.resolve("sandbox.yaml")), 0)) {
      for (Site site : Site.values()) {
        config = config.withRoute(site.apiHost(), api.uri().toString());
      }
      return audit(config, false, run);
    }
  }

  private static RuleBook rules(Path folder) {
    return RuleBook.load(folder, RuleSettings.NONE, Locale.ENGLISH);
  }

  private static ReplayDifference replay(Path report, RuleBook rules, Policy policy) {
    PublishedRun run =
        PublishedRun.open(report.resolveSibling(""), report.getFileName().toString());
    try (RecordedFacts facts = RecordedFacts.open(report)) {
      return ReplayComparison.of(run, new Replay(facts, rules, policy), 100);
    }
  }

  private static void assertSame(ReplayDifference difference) {
    assertThat(difference.byRule().values().stream().flatMap(changes -> changes.first().stream()))
        .isEmpty();
    assertThat(difference.endpoints()).isEmpty();
    assertThat(difference.dossiers()).isPositive();
  }

  @Test
  void unchanged_rules_find_what_the_run_found() throws IOException {
    RuleBook rules = rules(Path.of("rules"));
    Path first = sandboxed("first");
    assertSame(replay(first, rules, Policy.DEFAULT));
    assertSame(replay(sandboxed("second"), rules, Policy.DEFAULT));
    assertSame(replay(audit(config(SAMPLE), true, "offline"), rules, Policy.DEFAULT));
    Path hostile = HostileCells.write(folder.resolve("hostile"));
    Path report = audit(config(hostile), true, "hostile");
    assertSame(replay(report, rules, Policy.DEFAULT));
    assertThat(unpacked(facts(report)))
        .contains("pat_build_server1", "pat_REDACTED0000")
        .doesNotContain("TESTONLY", "dXNl", "abcDEF", "9A8B7C", "Zx9", "u:p@", "abc9");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(facts(first))))
        .isEqualTo("rw-------");
  }

  @Test
  void edited_rules_and_another_policy_show_what_would_be_different() throws IOException {
    Path edited = folder.resolve("rules");
    copy(Path.of("rules"), edited);
    Path validity = edited.resolve("10-key/validity.drl");
    Files.writeString(
        validity,
        Files.readString(validity)
            .replace("it ended on %s, %s", "it came to its end on %s, %s")
            .replace("@id(token-switched-off)", "@id(token-turned-off)"));
    Path report = audit(config(SAMPLE), true, "run");
    ReplayDifference difference = replay(report, rules(edited), Policy.DEFAULT);
    assertThat(difference.byRule())
        .containsOnlyKeys("token-expired", "token-switched-off", "token-turned-off");
    assertThat(changes(difference, "token-expired").first())
        .isNotEmpty()
        .allSatisfy(
            change -> {
              assertThat(change.kind()).isEqualTo(Kind.CHANGES);
              assertThat(String.valueOf(change.after())).contains("it came to its end on");
            });
    assertThat(changes(difference, "token-switched-off").count(Kind.VANISHES))
        .isEqualTo(changes(difference, "token-turned-off").count(Kind.APPEARS))
        .isPositive();
  }

  @Test
  void facts_that_are_missing_or_damaged_are_told() throws IOException {
    Path report = audit(config(SAMPLE), true, "run");
    byte[] bytes = Files.readAllBytes(facts(report));
    Files.write(facts(report), Arrays.copyOf(bytes, bytes.length / 2));
    RuleBook rules = rules(Path.of("rules"));
    assertThatThrownBy(() -> replay(report, rules, Policy.DEFAULT))
        .hasMessageContaining("facts.jsonl.gz: is cut short");
    Files.delete(facts(report));
    assertThatThrownBy(() -> replay(report, rules, Policy.DEFAULT))
        .hasMessageContaining("recorded no facts");
  }

  private static ReplayDifference.RuleChanges changes(ReplayDifference difference, String rule) {
    return Objects.requireNonNull(difference.byRule().get(rule));
  }

  private static String unpacked(Path file) throws IOException {
    try (var bytes = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(bytes.readAllBytes(), UTF_8);
    }
  }

  private static Path facts(Path report) {
    return report.resolve(FactsWriter.NAME);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }
}
