package dev.patrol.cli;

import dev.patrol.config.Config;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.schedule.Timetable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command has. */
final class GlobalOptions {
  private static final String FILE = "patrol.yaml";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Settings; by default patrol.yaml here, else the one beside the launcher.")
  private @Nullable Path config;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Log more; twice for still more.")
  private boolean[] verbose = {};

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      defaultValue = "text",
      scope = ScopeType.INHERIT,
      description = "How log lines look: ${COMPLETION-CANDIDATES}.")
  private LogFormat logFormat = LogFormat.TEXT;

  @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "Print without colours.")
  private boolean noColor;

  int verbosity() {
    return verbose.length;
  }

  LogFormat logFormat() {
    return logFormat;
  }

  boolean color() {
    return !noColor && System.getenv("NO_COLOR") == null;
  }

  /**
   * The settings; a file that was named must be there. Rules may come with the product, so those
   * beside the launcher stand in for a default folder that is not there.
   */
  Config config() {
    String home = System.getProperty("patrol.home");
    Config config = settings(home);
    return home == null ? config : config.orRulesOf(Path.of(home));
  }

  private Config settings(@Nullable String home) {
    if (config != null) {
      if (!Files.exists(config)) {
        throw new ProblemsException(
            Problem.in(config.toString(), "expected a settings file, found none"));
      }
      return Config.read(config, GlobalOptions::expectedCron);
    }
    Path here = Path.of(FILE);
    return Config.load(
        Files.exists(here) || home == null ? here.toAbsolutePath() : Path.of(home, FILE),
        GlobalOptions::expectedCron);
  }

  private static Optional<String> expectedCron(String cron, ZoneId zone) {
    return Timetable.fault(cron, zone, Clock.systemUTC().instant());
  }
}
