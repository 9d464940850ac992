package dev.patrol.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patrol.report.published.ReportFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  private final Path reports;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  ReportCommandTest(@TempDir Path reports) {
    this.reports = reports;
  }

  private static ReportFiles run(String id, String day) {
    return new ReportFiles(id, day + "T02:30:00+08:00")
        .owner("Li Wei", "li.wei@example.com")
        .unowned("", "");
  }

  @BeforeEach
  void write_two_nights() throws IOException {
    run("one", "2026-11-21")
        .token("sales", "valid", "pass", "none")
        .token("spare", "valid", "pass", "none")
        .finding("ends", "low", "new", "sales", 0, "2026-12-01T23:59:59+08:00")
        .finding("lost", "high", "new", "spare", 0)
        .finding("unused", "low", "open", "spare", 0)
        .finding("same", "low", "new", "spare", 0)
        .in(reports);
    run("two", "2026-11-22")
        .token("sales", "invalid", "fail", "key.validity")
        .token("spare", "valid", "pass", "none")
        .finding("ends", "medium", "open", "sales", 0, "2026-11-30T23:59:59+08:00")
        .finding("lost", "high", "new", "sales", 0)
        .finding("lost", "high", "fixed", "spare", 0)
        .finding("unused", "low", "waived", "spare", 0)
        .finding("same", "low", "open", "spare", 0)
        .in(reports);
    Files.writeString(reports.resolve("two/index.html"), "<p>all</p>");
    Files.createSymbolicLink(reports.resolve("latest"), Path.of("two"));
  }

  private int report(String... args) {
    out = new StringWriter();
    err = new StringWriter();
    List<String> all = new ArrayList<>(List.of("report"));
    all.addAll(List.of(args));
    all.addAll(List.of("--reports", reports.toString()));
    return Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
  }

  private List<String> lines() {
    return out.toString().lines().map(line -> line.replaceAll("  +", " | ")).toList();
  }

  @Test
  void what_is_different_between_two_runs_stands_in_tables() {
    assertThat(report("diff", "one", "two")).isZero();
    assertThat(lines())
        .contains(
            "From one (2026-11-21 02:30) to two (2026-11-22 02:30)",
            "Findings: 1 appeared, 1 vanished, 2 changed. Endpoints: 1 changed. Tokens: 1 changed.",
            "appeared | sales | lost | (new) high | (new) none | Title of lost",
            "vanished, fixed | spare | lost | high -> gone | none -> gone | Title of lost",
            "changed | sales | ends | low -> medium | 2026-12-01 -> 2026-11-30 | Title of ends",
            "changed, now waived | spare | unused | low | none | unused",
            "call-sales | sales | pass -> fail | none -> key.validity",
            "sales | valid -> invalid");
    assertThat(out.toString()).doesNotContain("same").doesNotContain("different inventories");
  }

  @Test
  void the_later_run_is_the_latest_unless_it_is_named() {
    assertThat(report("diff", "one")).isZero();
    assertThat(out.toString()).contains("to two");
  }

  @Test
  void programs_get_the_same_as_json() throws IOException {
    assertThat(report("diff", "one", "two", "--format", "json")).isZero();
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.at("/totals/findings_changed").asInt()).isEqualTo(2);
    assertThat(json.at("/same_inventory").asBoolean()).isTrue();
    assertThat(json.at("/findings/0/change").asText()).isEqualTo("appeared");
    assertThat(json.at("/findings/1/fixed").asBoolean()).isTrue();
    assertThat(json.at("/findings/2/after/due").asText()).isEqualTo("2026-11-30T23:59:59+08:00");
    assertThat(json.at("/endpoints/0/after/cause").asText()).isEqualTo("key.validity");
    assertThat(json.at("/tokens/0/before").asText()).isEqualTo("valid");
  }

  @Test
  void runs_of_different_inventories_are_told() {
    run("three", "2026-11-23").inventory("other").in(reports);
    assertThat(report("diff", "two", "three")).isZero();
    assertThat(out.toString()).contains("They are of different inventories: team and other.");
  }

  @Test
  void a_run_that_is_not_there_is_told() {
    assertThat(report("diff", "one", "nine")).isEqualTo(ExitCode.COULD_NOT_RUN.number());
    assertThat(err.toString()).contains("there is no report of a run \"nine\"; there are one, two");
  }

  @Test
  void the_page_of_the_latest_run_or_of_an_owner_is_named() {
    assertThat(report("open")).isZero();
    assertThat(out.toString().strip()).isEqualTo(reports.resolve("two/index.html").toString());
    assertThat(report("open", "two", "--owner", "li wei")).isZero();
    assertThat(out.toString().strip()).isEqualTo(reports.resolve("two/owners/0.html").toString());
    assertThat(report("open", "--owner", "Nobody")).isEqualTo(ExitCode.COULD_NOT_RUN.number());
    assertThat(err.toString())
        .contains("--owner: expected one of Li Wei <li.wei@example.com>, unowned, got \"Nobody\"");
  }

  @Test
  void without_a_display_or_a_program_no_browser_is_opened() throws InterruptedException {
    Path page = reports.resolve("two/index.html");
    assertThat(Browser.open(page, Map.of())).hasValue("there is no display here");
    assertThat(Browser.open(page, Map.of("DISPLAY", ":0", "PATH", reports.toString())))
        .hasValue("found no xdg-open");
  }

  @Test
  void the_browser_is_handed_the_page() throws Exception {
    Path tool = reports.resolve("xdg-open");
    Path seen = reports.resolve("seen");
    Files.writeString(tool, "#!/bin/sh\nprintf '%s' \"$1\" >'" + seen + "'\n");
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
    Path page = reports.resolve("two/index.html");
    Map<String, String> environment = Map.of("DISPLAY", ":0", "PATH", reports.toString());
    assertThat(Browser.open(page, environment)).isEmpty();
    assertThat(seen).hasContent(page.toAbsolutePath().toString());
    Files.writeString(tool, "#!/bin/sh\nexit 3\n");
    assertThat(Browser.open(page, environment)).hasValue(tool + " ended with 3");
  }
}
