package dev.patrol.config;

import dev.patrol.model.Policy;
import dev.patrol.model.RuleSettings;
import dev.patrol.model.Severity;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.yaml.Node;
import dev.patrol.yaml.YamlDocument;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the configuration file: names every setting, its kind and its bounds. */
final class ConfigFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private ConfigFile() {}

  /** The file's settings; its relative paths stay relative. */
  static Config read(Path file, CronCheck crons) {
    return parse(file.toString(), text(file), crons);
  }

  /** The text's settings; problems name the source. */
  static Config parse(String source, String text) {
    return parse(source, text, CronCheck.NONE);
  }

  private static Config parse(String source, String text, CronCheck crons) {
    Reading reading = new Reading(source);
    Config config = config(reading, YamlDocument.parse(source, text), crons);
    reading.finish();
    return config;
  }

  /** The paths of all settings, without those whose names are for the user to choose. */
  static SortedSet<String> settings() {
    Reading reading = new Reading("");
    config(reading, null, CronCheck.NONE);
    return reading.settings();
  }

  /** The section of that node alone; problems name the source. */
  static Policy policy(String source, @Nullable Node policy, @Nullable Node hosts) {
    Reading reading = new Reading(source);
    List<Host> named = HostSettings.hosts(new Setting(reading, "hosts", hosts, false));
    Setting setting = new Setting(reading, "policy", policy, false);
    Policy read = PolicySettings.policy(setting, Policy.DEFAULT, named);
    reading.finish();
    return read;
  }

  private static String text(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ProblemsException(
          Problem.in(file.toString(), "expected UTF-8, found bytes of another encoding"));
    } catch (NoSuchFileException e) {
      throw new ProblemsException(Problem.in(file.toString(), "no such file"));
    } catch (IOException e) {
      throw new ProblemsException(
          Problem.in(file.toString(), "cannot be read: " + e.getClass().getSimpleName()));
    }
  }

  private static Config config(Reading reading, @Nullable Node content, CronCheck crons) {
    Config or = Config.DEFAULT;
    try (Section in = new Setting(reading, "", content, false).section()) {
      Config.Rules rules = rules(in.at("rules"), or.rules());
      List<Host> hosts = HostSettings.hosts(in.at("hosts"));
      ZoneId zone = in.at("zone").as(Kind.zone(), or.zone());
      Optional<Severity> failOn = in.at("fail-on").as(failOn(), Optional.ofNullable(or.failOn()));
      Policy policy = PolicySettings.policy(in.at("policy"), or.policy(), hosts);
      return new Config(
          zone,
          inventory(in.at("inventory"), or.inventory()),
          rules,
          folder(in.at("reports")).orElse(or.reports()),
          in.at("catalog").listOf(Kind.path()),
          in.at("lang").as(language(), or.language()),
          failOn.orElse(null),
          hosts,
          HostSettings.routes(in.at("routes")),
          SecretSettings.commands(in.at("secrets").secret()),
          in.at("secrets-timeout").as(Kind.duration("100ms", "10m"), or.secretsTimeout()),
          probe(in.at("probe"), or.probe()),
          policy,
          StoreSettings.store(in.at("store").secret()).orElse(or.store()),
          keepDays(in.at("history"), or.keepDays()),
          ReportSettings.report(in.at("report"), or.report()),
          new ScheduleSettings(crons, language(), failOn(), zone, failOn)
              .schedules(in.at("schedules")),
          ScheduleSettings.http(in.at("http")),
          NoticeSettings.notices(in.at("notify"), or.notices(), policy.expiryDays()));
    }
  }

  private static Config.Inventory inventory(Setting setting, Config.Inventory or) {
    try (Section in = setting.section()) {
      return new Config.Inventory(
          in.at("folder").as(Kind.path(), or.folder()),
          in.at("encoding").as(Kind.encoding(), or.encoding()));
    }
  }

  private static Config.Rules rules(Setting setting, Config.Rules or) {
    try (Section in = setting.section()) {
      Optional<Path> folder = in.at("folder").as(Kind.path());
      RuleSettings settings =
          new RuleSettings(
              Set.copyOf(in.at("off").listOf(Kind.ruleId())),
              severities(in.at("severity")),
              in.at("allow-imports").listOf(Kind.imports()));
      return new Config.Rules(
          folder.orElse(or.folder()),
          folder.isPresent(),
          settings,
          in.at("locked").as(Kind.flag(), or.locked()),
          in.at("cache").as(Kind.path()).map(ConfigFile::cache).orElse(or.cache()));
    }
  }

  private static Config.RuleCache cache(Path place) {
    return place.equals(Path.of("off"))
        ? new Config.RuleCache(false, null)
        : new Config.RuleCache(true, place);
  }

  private static SortedMap<String, Severity> severities(Setting setting) {
    SortedMap<String, Severity> severities = new TreeMap<>();
    Kind<Severity> kind = Kind.oneOf(Kind.inOrder(Stream.of(Severity.values()), Severity::id));
    try (Section in = setting.section()) {
      in.all()
          .forEach((rule, severity) -> severity.as(kind).ifPresent(it -> severities.put(rule, it)));
    }
    return severities;
  }

  private static int keepDays(Setting setting, int or) {
    try (Section in = setting.section()) {
      return in.at("keep-days").as(Kind.integer(1, 36_500), or);
    }
  }

  private static Optional<Path> folder(Setting setting) {
    try (Section in = setting.section()) {
      return in.at("folder").as(Kind.path());
    }
  }

  private static ProbeLimits probe(Setting setting, ProbeLimits or) {
    Kind<Duration> timeout = Kind.duration("10ms", "10m");
    try (Section in = setting.section()) {
      return new ProbeLimits(
          in.at("concurrency").as(Kind.integer(1, 1000), or.concurrency()),
          in.at("connect-timeout").as(timeout, or.connectTimeout()),
          in.at("read-timeout").as(timeout, or.readTimeout()),
          in.at("call-timeout").as(timeout, or.callTimeout()),
          in.at("max-body").as(Kind.bytes("1KiB", "64MiB"), or.maxBody()),
          in.at("attempts").as(Kind.integer(1, 10), or.attempts()),
          in.at("rate-per-account").as(Kind.integer(1, 1000), or.ratePerAccount()),
          in.at("cap-per-token").as(Kind.integer(1, 1_000_000), or.capPerToken()),
          in.at("cap-per-run").as(Kind.integer(1, 100_000_000), or.capPerRun()),
          in.at("host-failures").as(Kind.integer(1, 1000), or.hostFailures()));
    }
  }

  private static Kind<Locale> language() {
    return Kind.oneOf(Kind.inOrder(Stream.of(Locale.ENGLISH, Locale.CHINESE), Locale::getLanguage));
  }

  private static Kind<Optional<Severity>> failOn() {
    Stream<Optional<Severity>> severities =
        Stream.of(
            Optional.empty(),
            Optional.of(Severity.LOW),
            Optional.of(Severity.MEDIUM),
            Optional.of(Severity.HIGH),
            Optional.of(Severity.CRITICAL));
    return Kind.oneOf(
        Kind.inOrder(severities, severity -> severity.map(Severity::id).orElse("none")));
  }
}
