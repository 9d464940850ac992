package dev.patrol.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesReplayCommandTest {
  private final Path folder;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  RulesReplayCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void audit_offline() throws IOException {
    Files.writeString(folder.resolve("patrol.yaml"), "zone: Asia/Shanghai\n");
    rule("one", "it has the id %s");
    assertThat(
            patrol(
                "audit",
                "--offline",
                "--inventory",
                "inventory",
                "--run",
                "r",
                "--now",
                "2026-11-22T02:00:00Z"))
        .as(err.toString())
        .isZero();
  }

  private void rule(String id, String evidence) throws IOException {
    Files.createDirectories(folder.resolve("rules"));
    Files.writeString(
        folder.resolve("rules/own.drl"),
        """
        package own
        import dev.patrol.model.*
        global Audit audit
        rule "own" @id(%s) @severity(low) @guide(hygiene) @title("Own") @remedy("None.")
        when $token : Token() then audit.warn($token, "%s", $token.id()); end
        """
            .formatted(id, evidence));
  }

  private int patrol(String... args) {
    out = new StringWriter();
    err = new StringWriter();
    List<String> all = new ArrayList<>(Arrays.asList(args));
    all.addAll(List.of("--config", folder.resolve("patrol.yaml").toString()));
    return Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
  }

  @Test
  void an_unchanged_rule_makes_no_difference() {
    assertThat(patrol("rules", "replay", "latest")).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("Run r, ", "Findings: 0 would appear, 0 vanish, 0 change. Endpoints: 0 would")
        .doesNotContain("changed since");
  }

  @Test
  void a_changed_rule_is_told_with_the_first_of_its_findings() throws IOException {
    rule("one", "its name is %s");
    assertThat(patrol("rules", "replay", "r")).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains(
            "Rule files that were changed since: own.drl",
            "one: Own (" + folder.resolve("rules") + "/own.drl:4)",
            "  ~ sales-pat: evidence it has the id sales-pat -> its name is sales-pat",
            " more (--all prints them)");
    assertThat(patrol("rules", "replay", "r", "--all")).isZero();
    assertThat(out.toString()).doesNotContain("--all");
  }

  @Test
  void programs_read_it_as_json() throws IOException {
    rule("two", "it has the id %s");
    assertThat(patrol("rules", "replay", "r", "--format", "json")).as(err.toString()).isZero();
    var json = new ObjectMapper().readTree(out.toString());
    long tokens = json.path("tokens").asLong();
    assertThat(tokens).isPositive();
    assertThat(json.at("/totals/appears").asLong()).isEqualTo(tokens);
    assertThat(json.at("/totals/vanishes").asLong()).isEqualTo(tokens);
    assertThat(json.at("/changes/1/rule").asText()).isEqualTo("two");
    assertThat(json.at("/changes/1/findings/0/after/severity").asText()).isEqualTo("low");
  }

  @Test
  void a_run_without_facts_or_report_cannot_be_replayed() throws IOException {
    assertThat(patrol("rules", "replay", "none")).isEqualTo(ExitCode.COULD_NOT_RUN.number());
    assertThat(err.toString()).contains("there is no report of a run \"none\"");
    Files.delete(folder.resolve("reports/r/facts.jsonl.gz"));
    assertThat(patrol("rules", "replay", "r")).isEqualTo(ExitCode.COULD_NOT_RUN.number());
    assertThat(err.toString()).contains("recorded no facts");
  }
}
