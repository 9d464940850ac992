package dev.patrol.config;

import dev.patrol.model.Policy;
import dev.patrol.model.RuleSettings;
import dev.patrol.model.Severity;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.yaml.Node;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All settings.
 *
 * @param zone in which days are counted and dates without a time end
 * @param inventory where the inventory is
 * @param rules where the rule files are, and what holds beside them
 * @param reports the folder that takes the reports
 * @param catalog CSV files with further operations, in the order in which they override
 * @param language of the reports
 * @param failOn the least severity that makes an audit fail; null for none
 * @param hosts further hosts that tokens may be sent to
 * @param routes by host, with its port where it has one: the origin to send its requests to
 * @param secrets by the name of a source: the command that asks it
 * @param secretsTimeout longest wait for such a command
 * @param probe how requests are sent
 * @param policy what the team has decided
 * @param store the database of earlier runs; null for a file below the folder of the reports
 * @param keepDays after how many days of 24 hours a run is forgotten
 * @param report how reports are written
 * @param schedules by name: the audits that run by themselves
 * @param http where they can be watched; null for nowhere
 * @param notices who is told what they find, and how
 */
public record Config(
    ZoneId zone,
    Inventory inventory,
    Rules rules,
    Path reports,
    List<Path> catalog,
    Locale language,
    @Nullable Severity failOn,
    List<Host> hosts,
    Map<String, URI> routes,
    Map<String, Command> secrets,
    Duration secretsTimeout,
    ProbeLimits probe,
    Policy policy,
    @Nullable StoreAccess store,
    int keepDays,
    Report report,
    SortedMap<String, Schedule> schedules,
    @Nullable Http http,
    Notices notices) {

  /** What holds when no file says otherwise; paths start from the working directory. */
  public static final Config DEFAULT =
      new Config(
          ZoneId.systemDefault(),
          new Inventory(Path.of("inventory"), StandardCharsets.UTF_8),
          new Rules(Path.of("rules"), false, RuleSettings.NONE),
          Path.of("reports"),
          List.of(),
          Locale.ENGLISH,
          null,
          List.of(),
          Map.of(),
          Map.of(),
          Duration.ofSeconds(10),
          new ProbeLimits(
              16,
              Duration.ofSeconds(5),
              Duration.ofSeconds(10),
              Duration.ofSeconds(20),
              1 << 20,
              3,
              5,
              200,
              100_000,
              5),
          Policy.DEFAULT,
          null,
          400,
          new Report(Report.CsvBom.AUTO, List.of(7, 1), null),
          new TreeMap<>(),
          null,
          Notices.DEFAULT);

  /**
   * Where the inventory is.
   *
   * @param folder the folder with its CSV files
   * @param encoding in which they are read
   */
  public record Inventory(Path folder, Charset encoding) {}

  /**
   * Where the rule files are, and what holds beside them.
   *
   * @param folder the folder with the {@code .drl} files
   * @param named whether somebody chose that folder; else it is the default one
   * @param settings what the configuration changes about the rules
   * @param locked whether they must be as their manifest says
   * @param cache where compiled rules are kept
   */
  public record Rules(
      Path folder, boolean named, RuleSettings settings, boolean locked, RuleCache cache) {
    /** Rules that need no manifest, kept where programs keep such files. */
    public Rules(Path folder, boolean named, RuleSettings settings) {
      this(folder, named, settings, false, RuleCache.STANDARD);
    }

    Rules in(Path other, boolean chosen) {
      return new Rules(other, chosen, settings, locked, cache);
    }

    Rules under(Path base) {
      Path place = cache.folder();
      return new Rules(
          base.resolve(folder),
          named,
          settings,
          locked,
          place == null ? cache : new RuleCache(cache.on(), base.resolve(place)));
    }
  }

  /**
   * Where compiled rules are kept for the next start.
   *
   * @param on whether they are kept
   * @param folder a folder for them; null for the user's folder of such files
   */
  public record RuleCache(boolean on, @Nullable Path folder) {
    /** In the user's folder. */
    public static final RuleCache STANDARD = new RuleCache(true, null);
  }

  /** With rules that must be as their manifest says. */
  public Config withLockedRules() {
    Rules locked = new Rules(rules.folder, rules.named, rules.settings, true, rules.cache);
    return with(inventory, locked, reports, language, failOn, routes);
  }

  public Config {
    catalog = List.copyOf(catalog);
    hosts = List.copyOf(hosts);
    routes = Map.copyOf(routes);
    secrets = Map.copyOf(secrets);
    schedules = Collections.unmodifiableSortedMap(new TreeMap<>(schedules));
  }

  /**
   * Reads a file that may be missing: then all defaults hold, in the folder where it would be.
   *
   * @throws ProblemsException with all that is wrong in the file
   */
  public static Config load(Path file) {
    return load(file, CronCheck.NONE);
  }

  /**
   * As {@link #load(Path)}, with the times of schedules checked.
   *
   * @throws ProblemsException with all that is wrong in the file
   */
  public static Config load(Path file, CronCheck crons) {
    return Files.notExists(file) ? DEFAULT.under(file.getParent()) : read(file, crons);
  }

  /**
   * Reads a file. Its relative paths, and those of the defaults, start from the file's folder.
   *
   * @throws ProblemsException with all that is wrong in the file, or when it cannot be read
   */
  public static Config read(Path file) {
    return read(file, CronCheck.NONE);
  }

  /**
   * As {@link #read(Path)}, with the times of schedules checked.
   *
   * @throws ProblemsException with all that is wrong in the file, or when it cannot be read
   */
  public static Config read(Path file, CronCheck crons) {
    return ConfigFile.read(file, crons).under(file.getParent());
  }

  /**
   * What two sections of a settings file decide, wherever they stand.
   *
   * @param source how problems name the file that the sections stand in
   * @param policy the section {@code policy}, or null
   * @param hosts the list {@code hosts}, of which the own installations count, or null
   * @throws ProblemsException with everything that is wrong with them
   */
  public static Policy policy(String source, @Nullable Node policy, @Nullable Node hosts) {
    return ConfigFile.policy(source, policy, hosts);
  }

  /**
   * The settings of a schedule's audits: those of all, with its own on top.
   *
   * @throws ProblemsException when there is no such schedule
   */
  public Config forSchedule(String name) {
    Schedule schedule = schedules.get(name);
    if (schedule == null) {
      throw new ProblemsException(
          Problem.in("schedules", "there is no schedule " + Reading.quoted(name)));
    }
    return schedule.over(this);
  }

  /** With another folder for the inventory. */
  public Config withInventory(Path folder) {
    Inventory other = new Inventory(folder, inventory.encoding);
    return with(other, rules, reports, language, failOn, routes);
  }

  /** With another folder for the rule files. */
  public Config withRules(Path folder) {
    return with(inventory, rules.in(folder, true), reports, language, failOn, routes);
  }

  /**
   * With the rules of another place when nobody chose a folder and the default one is not there.
   *
   * @param other the folder that holds the default folder of the rules
   */
  public Config orRulesOf(Path other) {
    return rules.named || Files.exists(rules.folder)
        ? this
        : with(
            inventory,
            rules.in(other.resolve(DEFAULT.rules.folder), false),
            reports,
            language,
            failOn,
            routes);
  }

  /** With another folder for the reports. */
  public Config withReports(Path folder) {
    return with(inventory, rules, folder, language, failOn, routes);
  }

  /** With another language for the reports. */
  public Config withLanguage(Locale other) {
    return with(inventory, rules, reports, other, failOn, routes);
  }

  /** With another severity from which an audit fails; null for none. */
  public Config withFailOn(@Nullable Severity other) {
    return with(inventory, rules, reports, language, other, routes);
  }

  /** With another limit of requests a second for one account. */
  public Config withRatePerAccount(int rate) {
    return new Config(
        zone,
        inventory,
        rules,
        reports,
        catalog,
        language,
        failOn,
        hosts,
        routes,
        secrets,
        secretsTimeout,
        probe.withRatePerAccount(rate),
        policy,
        store,
        keepDays,
        report,
        schedules,
        http,
        notices);
  }

  /**
   * With one more route, or another one for the host.
   *
   * @param host such as {@code api.coze.cn}
   * @param origin such as {@code https://10.0.0.8:8443}; cleartext to a loopback address only
   * @throws IllegalArgumentException when one of them is not acceptable; the message tells why
   */
  public Config withRoute(String host, String origin) {
    Map<String, URI> more = new LinkedHashMap<>(routes);
    more.put(argument(Origin.host(), host), argument(Origin.origin(), origin));
    return with(inventory, rules, reports, language, failOn, more);
  }

  private static <T> T argument(Kind<T> kind, String text) {
    try {
      return kind.read(text);
    } catch (UnexpectedValue e) {
      throw new IllegalArgumentException(e.getMessage() + ", got " + Reading.quoted(text), e);
    }
  }

  private Config under(@Nullable Path folder) {
    return folder == null
        ? this
        : new Config(
            zone,
            new Inventory(folder.resolve(inventory.folder), inventory.encoding),
            rules.under(folder),
            folder.resolve(reports),
            catalog.stream().map(folder::resolve).toList(),
            language,
            failOn,
            hosts,
            routes,
            secrets,
            secretsTimeout,
            probe,
            policy,
            store == null ? null : store.under(folder),
            keepDays,
            report,
            under(folder, schedules),
            http,
            notices.under(folder));
  }

  private static SortedMap<String, Schedule> under(
      Path folder, SortedMap<String, Schedule> schedules) {
    SortedMap<String, Schedule> under = new TreeMap<>();
    schedules.forEach((name, schedule) -> under.put(name, schedule.under(folder)));
    return under;
  }

  private Config with(
      Inventory otherInventory,
      Rules otherRules,
      Path otherReports,
      Locale otherLanguage,
      @Nullable Severity otherFailOn,
      Map<String, URI> otherRoutes) {
    return new Config(
        zone,
        otherInventory,
        otherRules,
        otherReports,
        catalog,
        otherLanguage,
        otherFailOn,
        hosts,
        otherRoutes,
        secrets,
        secretsTimeout,
        probe,
        policy,
        store,
        keepDays,
        report,
        schedules,
        http,
        notices);
  }
}
