package dev.patrol.audit.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.patrol.audit.AuditOutcome;
import dev.patrol.audit.AuditRequest;
import dev.patrol.audit.Auditor;
import dev.patrol.audit.Progress;
import dev.patrol.audit.StorePlace;
import dev.patrol.config.Config;
import dev.patrol.history.Store;
import dev.patrol.model.Site;
import dev.patrol.sandbox.Received;
import dev.patrol.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * Tokens that were audited twice against a world in which they are what they are.
 *
 * @param tokens the tokens, with all that is true of them
 * @param first what the first audit came to
 * @param second what the second audit of the same inputs came to
 * @param asked what the service was asked in the first audit
 * @param askedInAll how many requests it got in both
 * @param said everything that was logged or printed meanwhile
 */
record Trial(
    List<TrialToken> tokens,
    AuditOutcome first,
    AuditOutcome second,
    List<Received> asked,
    long askedInAll,
    String said) {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

  private static final int RATE = 1000;

  /** Failures are injected on purpose, so that nothing is tried again and no host is given up. */
  private static final String SETTINGS =
      """
      zone: Asia/Shanghai
      probe:
        attempts: 1
        host-failures: 1000
      """;

  static Trial of(List<TrialToken> tokens, Path folder) throws IOException {
    Books.write(tokens, folder.resolve("inventory"));
    Path settings = Files.writeString(folder.resolve("patrol.yaml"), SETTINGS, UTF_8);
    Config config =
        Config.read(settings).withRules(Path.of("rules").toAbsolutePath()).withRatePerAccount(RATE);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level level = root.getLevel();
    try (Sandbox sandbox = Sandbox.start(Books.world(tokens), 0);
        PrintStream captured = new PrintStream(said, true, UTF_8)) {
      System.setOut(captured);
      System.setErr(captured);
      root.setLevel(Level.DEBUG);
      for (Site site : Site.values()) {
        config = config.withRoute(site.apiHost(), sandbox.uri().toString());
      }
      AuditOutcome first = audit(tokens, config.withReports(folder.resolve("first")));
      List<Received> asked = sandbox.received();
      AuditOutcome second = audit(tokens, config.withReports(folder.resolve("second")));
      long askedInAll = sandbox.received().size();
      return new Trial(tokens, first, second, asked, askedInAll, said.toString(UTF_8));
    } finally {
      root.setLevel(level);
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static AuditOutcome audit(List<TrialToken> tokens, Config config) {
    Map<String, String> environment =
        tokens.stream().collect(Collectors.toMap(Books::variable, token -> token.value));
    AuditRequest request =
        new AuditRequest(config, CLOCK, environment, false, false, null, "trial", "test");
    try (Store store = StorePlace.open(config, Map.of(), 2)) {
      return Auditor.prepare(request).run(store, Progress.NONE);
    }
  }

  /** The files of a published report, by their paths in it. */
  static Map<String, Path> files(AuditOutcome outcome) throws IOException {
    try (var paths = Files.walk(outcome.report())) {
      return paths
          .filter(Files::isRegularFile)
          .collect(
              Collectors.toMap(path -> outcome.report().relativize(path).toString(), path -> path));
    }
  }
}
