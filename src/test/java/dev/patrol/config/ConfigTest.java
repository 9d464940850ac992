package dev.patrol.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.model.Policy;
import dev.patrol.model.RuleSettings;
import dev.patrol.model.SecretReference;
import dev.patrol.model.Severity;
import dev.patrol.model.Site;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
  private final Path folder;

  ConfigTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void every_default_is_pinned() {
    ProbeLimits probe =
        new ProbeLimits(
            16,
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            1_048_576,
            3,
            5,
            200,
            100_000,
            5);
    assertThat(Config.DEFAULT)
        .isEqualTo(
            new Config(
                ZoneId.systemDefault(),
                new Config.Inventory(Path.of("inventory"), UTF_8),
                new Config.Rules(Path.of("rules"), false, RuleSettings.NONE),
                Path.of("reports"),
                List.of(),
                Locale.ENGLISH,
                null,
                List.of(),
                Map.of(),
                Map.of(),
                Duration.ofSeconds(10),
                probe,
                Policy.DEFAULT,
                null,
                400,
                new Report(Report.CsvBom.AUTO, List.of(7, 1), null),
                new TreeMap<>(),
                null,
                new Notices(
                    null,
                    new TreeMap<>(),
                    null,
                    List.of(14, 7, 3, 1),
                    new Notices.HoldBack(0.3, 5))));
  }

  @Test
  void a_byte_order_mark_is_for_chinese_unless_somebody_says_otherwise() {
    assertThat(Report.CsvBom.AUTO.in(Locale.CHINESE)).isTrue();
    assertThat(Report.CsvBom.AUTO.in(Locale.ENGLISH)).isFalse();
    assertThat(Report.CsvBom.ALWAYS.in(Locale.ENGLISH)).isTrue();
    assertThat(Report.CsvBom.NEVER.in(Locale.CHINESE)).isFalse();
  }

  @Test
  void every_default_of_the_schedules_and_the_port_is_pinned() throws IOException {
    Config config =
        Config.read(file("zone: Asia/Shanghai\nschedules: {nightly: {cron: x}}\nhttp: {}\n"));
    assertThat(config.schedules())
        .containsExactly(
            Map.entry(
                "nightly",
                new Schedule(
                    "x", ZoneId.of("Asia/Shanghai"), null, null, null, null, null, false)));
    assertThat(config.http()).isEqualTo(new Http("127.0.0.1", 9464));
    assertThat(config.forSchedule("nightly")).isEqualTo(config);
    assertThat(Config.read(file("http:\n")).http()).isNull();
  }

  @Test
  void a_schedule_has_its_own_settings_on_top_of_those_of_all() throws IOException {
    Config config =
        Config.read(
            file(
                """
                fail-on: low
                schedules:
                  weekly: {cron: a, fail-on: none}
                  nightly:
                    cron: b
                    zone: Europe/Berlin
                    inventory: team/inventory
                    rules: /etc/rules
                    reports: team/reports
                    lang: zh
                    fail-on: high
                    offline: true
                http: {address: "::1", port: 1}
                """));

    assertThat(config.schedules().keySet()).containsExactly("nightly", "weekly");
    Schedule nightly = Objects.requireNonNull(config.schedules().get("nightly"));
    assertThat(nightly.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(nightly.offline()).isTrue();
    Config own = config.forSchedule("nightly");
    assertThat(own.inventory().folder()).isEqualTo(folder.resolve("team/inventory"));
    assertThat(own.rules().folder()).isEqualTo(Path.of("/etc/rules"));
    assertThat(own.reports()).isEqualTo(folder.resolve("team/reports"));
    assertThat(own.language()).isEqualTo(Locale.CHINESE);
    assertThat(own.failOn()).isEqualTo(Severity.HIGH);
    assertThat(own.zone()).isEqualTo(config.zone());
    assertThat(config.forSchedule("weekly").failOn()).isNull();
    assertThat(config.forSchedule("weekly").reports()).isEqualTo(config.reports());
    assertThat(config.http()).isEqualTo(new Http("::1", 1));
    assertThatThrownBy(() -> config.forSchedule("daily"))
        .isInstanceOf(ProblemsException.class)
        .hasMessage("schedules: there is no schedule \"daily\"");
  }

  @Test
  void the_times_of_schedules_are_checked_with_their_places() throws IOException {
    CronCheck check =
        (cron, zone) -> cron.equals("good") ? Optional.empty() : Optional.of("in " + zone);
    Path file =
        file(
            """
            zone: Asia/Shanghai
            schedules:
              a: {cron: bad}
              b: {cron: worse, zone: Europe/Berlin}
              c: {cron: good}
              d: {zone: nowhere}
              Every Night: {cron: good}
            http: {port: 70000, address: "http://x"}
            """);
    assertThatThrownBy(() -> Config.load(file, check))
        .isInstanceOf(ProblemsException.class)
        .hasMessage(
            String.join(
                "\n",
                file + ":3:13: schedules.a.cron: in Asia/Shanghai, got \"bad\"",
                file + ":4:13: schedules.b.cron: in Europe/Berlin, got \"worse\"",
                file + ":6:6: schedules.d.cron: must be given",
                file
                    + ":6:13: schedules.d.zone: expected a time zone such as Asia/Shanghai, got"
                    + " \"nowhere\"",
                file
                    + ":7:3: schedules: expected a name of at most 64 lower-case letters, digits"
                    + " and -, got \"Every Night\"",
                file + ":8:14: http.port: must be between 0 and 65535, got 70000",
                file
                    + ":8:30: http.address: expected an address of this machine such as"
                    + " 127.0.0.1, without scheme and port, got \"http://x\""));
  }

  @Test
  void every_default_of_the_policy_is_pinned() {
    Map<String, Integer> limits =
        Map.of(
            "pat.personal.owner", 10,
            "sat.personal.owner", 10,
            "pat.enterprise.owner", 20,
            "pat.enterprise.account", 1000,
            "sat.enterprise.account", 100);
    assertThat(Config.DEFAULT.policy())
        .isEqualTo(
            new Policy(
                List.of(14, 7, 3, 1),
                Set.of("production", "prod"),
                2,
                0.9,
                limits,
                30,
                Instant.parse("2024-10-15T16:00:00Z"),
                2,
                4,
                Set.of(),
                Map.of(),
                Map.of()));
  }

  @Test
  void a_file_sets_every_setting() throws IOException {
    Config config =
        Config.read(
            file(
                """
                zone: Europe/Berlin
                inventory: {folder: held, encoding: gb18030}
                rules:
                  folder: /etc/patrol/rules
                  off: [limit-near]
                  severity: {owner-missing: Info}
                  allow-imports: [java.util.regex.*]
                reports: {folder: out}
                catalog: [own.csv, more/own.csv]
                lang: zh
                fail-on: medium
                hosts:
                  - {host: "Coze.Example:8888", site: com, self-hosted: true}
                  - host: gateway.example
                routes:
                  api.coze.cn: http://127.0.0.1:9000/
                secrets:
                  vault: [vault, get, "", "{key}"]
                secrets-timeout: 1500ms
                probe: {concurrency: 2, max-body: 64KiB, rate-per-account: 7}
                policy:
                  expiry-days: [1, 30]
                  production-environments: [Live]
                  limits: {pat.personal.owner: 7}
                  pats-unlimited-before: 2024-10-16T00:00:00+08:00
                  dead-nights: 3
                  flapping-changes: 6
                  values: {team: 7, motto: "yes", owners: [Li Wei, 9], none: []}
                store: {url: "jdbc:postgresql://db/patrol", user: u1, password: file:secrets/db}
                history: {keep-days: 30}
                report:
                  csv-bom: Always
                  alarm-days: [1, 14, 1]
                  fallback-contact: {name: " 管理员 ", email: admin@example.com}
                """));

    assertThat(config.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(config.inventory())
        .isEqualTo(new Config.Inventory(folder.resolve("held"), Charset.forName("GB18030")));
    assertThat(config.rules().folder()).isEqualTo(Path.of("/etc/patrol/rules"));
    assertThat(config.rules().settings())
        .isEqualTo(
            new RuleSettings(
                Set.of("limit-near"),
                new TreeMap<>(Map.of("owner-missing", Severity.INFO)),
                List.of("java.util.regex.*")));
    assertThat(config.reports()).isEqualTo(folder.resolve("out"));
    assertThat(config.catalog())
        .containsExactly(folder.resolve("own.csv"), folder.resolve("more/own.csv"));
    assertThat(config.language()).isEqualTo(Locale.CHINESE);
    assertThat(config.failOn()).isEqualTo(Severity.MEDIUM);
    assertThat(config.hosts())
        .containsExactly(
            new Host("coze.example:8888", Site.COM, true),
            new Host("gateway.example", null, false));
    assertThat(config.routes())
        .isEqualTo(Map.of("api.coze.cn", URI.create("http://127.0.0.1:9000")));
    assertThat(config.secrets())
        .isEqualTo(Map.of("vault", new Command(List.of("vault", "get", "", "{key}"))));
    assertThat(config.secretsTimeout()).isEqualTo(Duration.ofMillis(1500));
    assertThat(config.probe().concurrency()).isEqualTo(2);
    assertThat(config.probe().maxBody()).isEqualTo(65_536);
    assertThat(config.probe().ratePerAccount()).isEqualTo(7);
    assertThat(config.probe().attempts()).isEqualTo(3);
    assertThat(config.policy().expiryDays()).containsExactly(30, 1);
    assertThat(config.policy().productionEnvironments()).isEqualTo(Set.of("live"));
    assertThat(config.policy().limits())
        .containsEntry("pat.personal.owner", 7)
        .containsEntry("sat.enterprise.account", 100);
    assertThat(config.policy().patsUnlimitedBefore())
        .isEqualTo(Instant.parse("2024-10-15T16:00:00Z"));
    assertThat(config.policy().deadNights()).isEqualTo(3);
    assertThat(config.policy().flappingChanges()).isEqualTo(6);
    assertThat(config.policy().selfHosted()).isEqualTo(Set.of("coze.example:8888"));
    assertThat(config.policy().values()).isEqualTo(Map.of("team", "7", "motto", "yes"));
    assertThat(config.policy().lists())
        .isEqualTo(Map.of("owners", List.of("Li Wei", "9"), "none", List.of()));
    assertThat(config.store())
        .isEqualTo(
            new StoreAccess(
                "jdbc:postgresql://db/patrol",
                "u1",
                new SecretReference("file", folder.resolve("secrets/db").toString())));
    assertThat(config.keepDays()).isEqualTo(30);
    assertThat(config.report())
        .isEqualTo(
            new Report(
                Report.CsvBom.ALWAYS,
                List.of(14, 1),
                new Report.Contact("管理员", "admin@example.com")));
  }

  @Test
  void a_store_may_be_a_url_alone_which_is_not_printed() throws IOException {
    Config config = Config.read(file("store: jdbc:postgresql://db/patrol?password=hidden1\n"));
    assertThat(config.store())
        .isEqualTo(new StoreAccess("jdbc:postgresql://db/patrol?password=hidden1", null, null));
    assertThat(config.toString()).doesNotContain("hidden1");
  }

  @Test
  void a_file_that_says_nothing_leaves_the_defaults() throws IOException {
    assertThat(Config.read(file("# nothing\n")).probe()).isEqualTo(Config.DEFAULT.probe());
    assertThat(Config.read(file("")).policy()).isEqualTo(Config.DEFAULT.policy());
    assertThat(Config.read(file("probe:\nhosts:\n")).probe()).isEqualTo(Config.DEFAULT.probe());
  }

  @Test
  void a_byte_order_mark_is_skipped() throws IOException {
    assertThat(Config.read(file("\uFEFFlang: zh\n")).language()).isEqualTo(Locale.CHINESE);
  }

  @Test
  void a_missing_file_gives_the_defaults_only_when_it_may_be_missing() {
    Path missing = folder.resolve("patrol.yaml");
    assertThat(Config.load(missing).rules().folder()).isEqualTo(folder.resolve("rules"));
    assertThat(Config.load(Path.of("no-such-patrol.yaml"))).isEqualTo(Config.DEFAULT);
    assertThatThrownBy(() -> Config.read(missing))
        .isInstanceOf(ProblemsException.class)
        .hasMessage(missing + ": no such file");
  }

  @Test
  void other_rules_stand_in_only_for_a_default_folder_that_is_not_there() throws IOException {
    Path other = Path.of("/opt/patrol");
    assertThat(Config.read(file("lang: zh\n")).orRulesOf(other).rules().folder())
        .isEqualTo(Path.of("/opt/patrol/rules"));
    Config named = Config.read(file("rules: {folder: rules}\n"));
    assertThat(named.orRulesOf(other)).isEqualTo(named);
    Config chosen = Config.read(file("lang: zh\n")).withRules(Path.of("r"));
    assertThat(chosen.orRulesOf(other)).isEqualTo(chosen);
    Files.createDirectory(folder.resolve("rules"));
    Config there = Config.read(file("lang: zh\n"));
    assertThat(there.orRulesOf(other)).isEqualTo(there);
  }

  @Test
  void what_the_command_line_says_replaces_what_the_file_says() throws IOException {
    Config config =
        Config.read(file("fail-on: low\nroutes: {api.coze.cn: 'https://10.0.0.8'}\n"))
            .withInventory(Path.of("i"))
            .withRules(Path.of("r"))
            .withReports(Path.of("o"))
            .withLanguage(Locale.CHINESE)
            .withFailOn(null)
            .withRoute("API.coze.cn", "http://localhost:1");

    assertThat(config.inventory()).isEqualTo(new Config.Inventory(Path.of("i"), UTF_8));
    assertThat(config.rules().folder()).isEqualTo(Path.of("r"));
    assertThat(config.reports()).isEqualTo(Path.of("o"));
    assertThat(config.language()).isEqualTo(Locale.CHINESE);
    assertThat(config.failOn()).isNull();
    assertThat(config.routes()).isEqualTo(Map.of("api.coze.cn", URI.create("http://localhost:1")));
  }

  @Test
  void a_route_of_the_command_line_is_checked_as_one_of_the_file() {
    assertThatThrownBy(() -> Config.DEFAULT.withRoute("api.coze.cn", "http://10.0.0.8"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a token may travel in cleartext to this machine only: expected https, or http to"
                + " localhost, 127.0.0.1 or [::1], got \"http://10.0.0.8\"");
    assertThatThrownBy(() -> Config.DEFAULT.withRoute("api.coze.cn/v1", "https://10.0.0.8"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("without scheme and path, got \"api.coze.cn/v1\"");
  }

  @Test
  void arguments_of_commands_are_not_printed() throws IOException {
    Config config = Config.read(file("secrets: {own: [get-token, --password, made-up]}\n"));
    assertThat(config.toString()).contains("get-token [REDACTED]").doesNotContain("made-up");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("patrol.yaml"), content);
  }
}
