package dev.patrol.report.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.audit.AuditRequest;
import dev.patrol.audit.Auditor;
import dev.patrol.audit.Progress;
import dev.patrol.config.Config;
import dev.patrol.history.Store;
import dev.patrol.history.StoreLocation;
import dev.patrol.model.Site;
import dev.patrol.sandbox.Sandbox;
import dev.patrol.sandbox.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Reports of real audits; each is made once in this process. */
final class Audits {
  static final Path SAMPLE = Path.of("inventory");

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneOffset.UTC);
  private static final Map<String, Path> SAMPLES = new ConcurrentHashMap<>();

  private Audits() {}

  /** The report of the sample inventory, asked of the sandbox, in {@code en} or {@code zh}. */
  static Path sample(String lang) {
    return SAMPLES.computeIfAbsent(
        lang,
        key -> {
          Config config = settings(folder(), SAMPLE, key).withRatePerAccount(1_000);
          World world = World.read(SAMPLE.resolve("sandbox.yaml"));
          try (Sandbox api = Sandbox.start(world, 0)) {
            for (Site site : Site.values()) {
              config = config.withRoute(site.apiHost(), api.uri().toString());
            }
            return audit(config, false);
          }
        });
  }

  /** The report of another inventory, without a request. */
  static Path offline(Path inventory, String lang) {
    return audit(settings(inventory.resolveSibling("reports-" + lang), inventory, lang), true);
  }

  /** A folder that is removed when this process ends. */
  static Path folder() {
    try {
      Path folder = Files.createTempDirectory("patrol-pages");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path audit(Config config, boolean offline) {
    AuditRequest request =
        new AuditRequest(config, CLOCK, Map.of(), offline, !offline, null, "2026-11-22", "0.1.0");
    try (Store store = Store.open(StoreLocation.embedded(config.reports()))) {
      return Auditor.prepare(request).run(store, Progress.NONE).report();
    }
  }

  private static Config settings(Path reports, Path inventory, String lang) {
    try {
      Path yaml = Files.createDirectories(reports).resolve("patrol.yaml");
      Files.writeString(yaml, "zone: Asia/Shanghai\n", UTF_8);
      return Config.read(yaml)
          .withInventory(inventory)
          .withRules(Path.of("rules"))
          .withReports(reports.resolve("reports"))
          .withLanguage(Locale.forLanguageTag(lang));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      // What is left lies among other temporary files.
    }
  }
}
