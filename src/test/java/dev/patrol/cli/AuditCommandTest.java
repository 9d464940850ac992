package dev.patrol.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.Unpacked;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job as a user runs it: the sample inventory against the built-in sandbox. */
class AuditCommandTest {
  private static final String NOW = "2026-11-22T10:00:00+08:00";

  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  AuditCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private int patrol(String... args) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), args);
  }

  private int audit(String reports, String... more) {
    List<String> args = new ArrayList<>();
    args.addAll(List.of("audit", "--config", settings().toString(), "--now", NOW));
    args.addAll(List.of("--inventory", "inventory"));
    if (!List.of(more).contains("--rules")) {
      args.addAll(List.of("--rules", "rules"));
    }
    args.addAll(List.of("--reports", folder.resolve(reports).toString()));
    args.addAll(Arrays.asList(more));
    return patrol(args.toArray(String[]::new));
  }

  private Path settings() {
    return write("patrol.yaml", "zone: Asia/Shanghai\n");
  }

  private Path write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> causes(Path csv) throws IOException {
    Map<String, String> causes = new TreeMap<>();
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = CSVParser.parse(csv, StandardCharsets.UTF_8, format)) {
      for (CSVRecord row : rows) {
        assertThat(causes.put(row.get("endpoint"), row.get("cause"))).isNull();
      }
    }
    return causes;
  }

  private static Map<String, String> contents(Path report) throws IOException {
    Map<String, String> contents = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(report)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        contents.put(report.relativize(file).toString(), Unpacked.text(file));
      }
    }
    return contents;
  }

  @Test
  void every_endpoint_of_the_sample_has_the_cause_that_was_built_in() throws IOException {
    assertThat(audit("r", "--sandbox")).as(err.toString()).isEqualTo(ExitCode.DONE.number());
    assertThat(causes(folder.resolve("r/latest/endpoints.csv")))
        .isEqualTo(causes(Path.of("src/test/resources/sample/expected-causes.csv")));
    assertThat(out.toString())
        .contains("What to do first")
        .contains("76 sent; 0 probes unanswered")
        .contains("107 new, 3 waived");
    assertThat(waivers(folder.resolve("r/latest/findings.csv")))
        .isEqualTo(Files.readAllLines(Path.of("src/test/resources/sample/expected-waivers.txt")));
  }

  /** What was waived, and what is said of the waivers. */
  private static List<String> waivers(Path csv) throws IOException {
    List<String> waivers = new ArrayList<>();
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = CSVParser.parse(csv, StandardCharsets.UTF_8, format)) {
      for (CSVRecord row : rows) {
        boolean waived = row.get("status").equals("waived");
        if (waived || row.get("rule").startsWith("waiver-")) {
          String text = row.get(waived ? "waiver" : "evidence");
          waivers.add(
              String.join(" | ", row.get("rule"), row.get("token"), row.get("endpoint"), text));
        }
      }
    }
    return waivers;
  }

  @Test
  void equal_inputs_give_equal_bytes_and_no_token() throws IOException {
    assertThat(audit("one", "--sandbox", "--lang", "zh")).isZero();
    assertThat(audit("two", "--sandbox", "--lang", "zh")).isZero();
    Map<String, String> one = contents(folder.resolve("one/latest").toRealPath());
    assertThat(contents(folder.resolve("two/latest").toRealPath())).isEqualTo(one);
    List<String> secrets = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("inventory/secrets"))) {
      for (Path file : files.toList()) {
        secrets.add(Files.readString(file).strip());
      }
    }
    String everything = String.join("\n", one.values()) + out + err;
    assertThat(secrets).isNotEmpty().allSatisfy(s -> assertThat(everything).doesNotContain(s));
  }

  @Test
  void offline_sends_nothing_and_judges_from_declared_facts() throws IOException {
    assertThat(audit("r", "--offline")).isZero();
    assertThat(out.toString()).contains("0 sent");
    assertThat(causes(folder.resolve("r/latest/endpoints.csv")))
        .containsEntry("report-workspaces", "key.validity");
  }

  @Test
  void a_dry_run_says_what_it_would_send_and_publishes_nothing() {
    assertThat(audit("r", "--sandbox", "--dry-run")).isZero();
    assertThat(out.toString())
        .contains("identity probe: needs no permission point")
        .contains("requests would be sent");
    assertThat(folder.resolve("r")).doesNotExist();
  }

  @Test
  void fail_on_turns_an_open_finding_into_exit_code_1() {
    assertThat(audit("r", "--offline", "--fail-on", "critical"))
        .isEqualTo(ExitCode.FINDINGS.number());
    assertThat(audit("s", "--offline", "--fail-on", "none")).isEqualTo(ExitCode.DONE.number());
  }

  @Test
  void probes_without_answer_give_exit_code_3_and_blame_no_key() throws IOException {
    // Nothing listens on the discard port of this machine.
    assertThat(
            audit(
                "r",
                "--route",
                "api.coze.cn=http://127.0.0.1:9",
                "--route",
                "api.coze.com=http://127.0.0.1:9"))
        .isEqualTo(ExitCode.UNANSWERED.number());
    assertThat(causes(folder.resolve("r/latest/endpoints.csv")))
        .containsEntry("support-info", "service");
  }

  @Test
  void a_broken_rule_file_stops_the_audit_before_anything_is_sent() {
    write(
        "rules/mine.drl",
        """
        package mine
        import dev.patrol.model.*
        global Audit audit
        rule "Broken"
            @id(broken) @severity(low) @guide(hygiene) @title("t") @remedy("r")
        when
            $token : Token(expiry != null)
        then
            audit.warn($token, "x");
        end
        """);
    assertThat(audit("r", "--sandbox", "--rules", folder.resolve("rules").toString()))
        .isEqualTo(ExitCode.COULD_NOT_RUN.number());
    assertThat(err.toString()).contains("mine.drl:7:").contains("expiry");
    assertThat(folder.resolve("r")).doesNotExist();
  }

  @Test
  void a_copied_rule_is_a_new_check() throws IOException {
    write(
        "rules/mine.drl",
        """
        package mine
        import dev.patrol.model.*
        global Audit audit
        rule "A PAT in production that is not Li Wei's"
            @id(pat-of-somebody)
            @severity(low)
            @guide(hygiene)
            @title("Production PATs belong to Li Wei")
            @remedy("Hand it over.")
        when
            $token : Token(kind == TokenKind.PAT, environment == "production", owner != "Li Wei")
        then
            audit.warn($token, "it is held by %s", $token.owner());
        end
        """);
    assertThat(audit("r", "--offline", "--rules", folder.resolve("rules").toString())).isZero();
    assertThat(Files.readString(folder.resolve("r/latest/findings.csv")))
        .contains("pat-of-somebody");
  }

  @Test
  void a_user_s_catalog_makes_an_operation_known() throws IOException {
    write(
        "own.csv",
        """
        operation,method,path,permissions,permission_level,required_query,required_body,body_type,side_effect,doc,notes
        own-thing,GET,/v1/own/{thing_id},ownPoint,workspace,,,none,none,own,
        """);
    write("patrol.yaml", "catalog: [own.csv]\n");
    write(
        "inventory/tokens.csv",
        "token,kind,permissions,workspaces\nt1,sat,ownPoint,7501100000000000011\n");
    write("inventory/workspaces.csv", "workspace\n7501100000000000011\n");
    write(
        "inventory/endpoints.csv",
        """
        endpoint,token,workspace,method,url
        e1,t1,7501100000000000011,GET,https://api.coze.cn/v1/own/1
        """);
    assertThat(
            patrol(
                "audit",
                "--offline",
                "--config",
                folder.resolve("patrol.yaml").toString(),
                "--rules",
                "rules"))
        .as(err.toString())
        .isZero();
    assertThat(causes(folder.resolve("reports/latest/endpoints.csv"))).containsEntry("e1", "none");
  }

  @Test
  void the_inventory_check_lists_issues_with_file_line_and_column() {
    assertThat(
            patrol(
                "inventory",
                "check",
                "--config",
                settings().toString(),
                "--inventory",
                "inventory"))
        .isEqualTo(ExitCode.FINDINGS.number());
    assertThat(out.toString())
        .contains("tokens.csv:32: expires_at: expected a date such as 2026-12-01")
        .contains("endpoints.csv:89: token: expected a token of tokens.csv, got \"ghost\"")
        .contains("endpoints, 5 waivers; 9 issues");
  }

  @Test
  void an_error_within_the_audit_is_no_finding() {
    write(
        "rules/mine.drl",
        """
        package mine
        import dev.patrol.model.*
        global Audit audit
        rule "Too much"
            @id(too-much) @severity(low) @guide(hygiene) @title("t") @remedy("r")
        when
            $token : Token()
        then
            throw new OutOfMemoryError("Java heap space");
        end
        """);
    write("own.yaml", "rules: {allow-imports: [java.lang.OutOfMemoryError]}\n");
    String rules = folder.resolve("rules").toString();
    String settings = folder.resolve("own.yaml").toString();
    String reports = folder.resolve("r").toString();
    assertThat(
            patrol(
                "audit",
                "--config",
                settings,
                "--offline",
                "--rules",
                rules,
                "--inventory",
                "inventory",
                "--reports",
                reports))
        .isEqualTo(ExitCode.COULD_NOT_RUN.number());
    assertThat(err.toString().lines())
        .filteredOn(line -> !line.contains("WARN"))
        .singleElement()
        .asString()
        .startsWith("Out of memory: give the JVM more");
    assertThat(folder.resolve("r")).isDirectoryNotContaining(path -> !path.endsWith(".patrol"));
  }

  @Test
  void values_are_listed_as_they_are_written() {
    assertThat(patrol("audit", "--fail-on", "bad")).isEqualTo(2);
    assertThat(patrol("audit", "--lang", "fr")).isEqualTo(2);
    assertThat(patrol("audit", "--log-format", "xml")).isEqualTo(2);
    assertThat(patrol("audit", "--route", "foo")).isEqualTo(2);
    assertThat(err.toString())
        .contains("expected one of none, low, medium, high, critical, got \"bad\"")
        .contains("expected one of en, zh, got \"fr\"")
        .contains("expected one of text, json, got \"xml\"")
        .contains(
            "--route: expected HOST=URL such as api.coze.cn=https://10.0.0.8:8443, got \"foo\"");
    assertThat(patrol("audit", "--help")).isZero();
    assertThat(out.toString())
        .contains("text, json")
        .contains("none, low, medium,")
        .doesNotContain("TEXT", "JSON");
  }

  @Test
  void numbers_are_digits_in_every_locale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("th-TH-u-nu-thai"));
      audit("r", "--offline", "--dry-run");
      patrol("inventory", "check", "--inventory", "inventory");
    } finally {
      Locale.setDefault(before);
    }
    assertThat(out.toString().lines().filter(line -> !line.contains(".csv:")))
        .anyMatch(line -> line.startsWith("0 requests would be sent"))
        .anyMatch(line -> line.endsWith("9 issues"))
        .noneMatch(line -> line.matches(".*[\\p{Nd}&&[^0-9]].*"));
  }

  @Test
  void rules_beside_the_launcher_stand_in_for_a_default_folder_that_is_not_there()
      throws IOException {
    String before = System.setProperty("patrol.home", Path.of("").toAbsolutePath().toString());
    try {
      String settings = settings().toString();
      String inventory = Path.of("inventory").toString();
      assertThat(patrol("audit", "--offline", "--config", settings, "--inventory", inventory))
          .as(err.toString())
          .isZero();
      write("patrol.yaml", "rules: {folder: rules}\n");
      assertThat(patrol("audit", "--offline", "--config", settings, "--inventory", inventory))
          .isEqualTo(ExitCode.COULD_NOT_RUN.number());
      assertThat(err.toString()).contains(folder.resolve("rules").toString());
    } finally {
      if (before == null) {
        System.clearProperty("patrol.home");
      } else {
        System.setProperty("patrol.home", before);
      }
    }
  }

  @Test
  void a_file_where_reports_should_go_is_one_line() {
    Path file = write("file", "");
    assertThat(audit("file", "--offline")).isEqualTo(ExitCode.COULD_NOT_RUN.number());
    Path hidden = write("r/.patrol", "");
    assertThat(audit("r", "--sandbox")).isEqualTo(ExitCode.COULD_NOT_RUN.number());
    assertThat(err.toString().lines())
        .containsExactly(
            file + ": expected a folder, found a file",
            hidden + ": expected a folder, found a file");
  }

  @Test
  void wrong_usage_says_what_was_expected() {
    assertThat(patrol("audit", "--now", "soon")).isEqualTo(ExitCode.COULD_NOT_RUN.number());
    assertThat(patrol("audit", "--route", "api.coze.cn=http://10.0.0.1"))
        .isEqualTo(ExitCode.COULD_NOT_RUN.number());
    assertThat(patrol("fly")).isEqualTo(ExitCode.COULD_NOT_RUN.number());
    assertThat(err.toString())
        .contains("expected an instant such as 2026-11-22T10:00:00+08:00, got \"soon\"")
        .contains("cleartext")
        .contains("patrol --help");
  }
}
