package dev.patrol.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that throw, in every round, as a user meets them. */
class FailedRulesTest {
  private static final int TOKENS = 150;

  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  FailedRulesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("inventory"));
    Files.createDirectories(folder.resolve("rules"));
    write("patrol.yaml", "zone: Asia/Shanghai\n");
    write(
        "inventory/tokens.csv",
        IntStream.range(0, TOKENS)
            .mapToObj(i -> "t" + i + ",pat,Li Wei,2026-12-20\n")
            .collect(Collectors.joining("", "token,kind,owner,expires_at\n", "")));
    write("inventory/workspaces.csv", "workspace\n7501100000000000011\n");
    write(
        "inventory/endpoints.csv",
        """
        endpoint,token,method,url
        e1,t0,GET,https://api.coze.cn/v1/workspaces
        e2,t149,GET,https://api.coze.cn/v1/workspaces
        """);
    write("inventory/waivers.csv", "rule,token,reason,who,until\nbad,t9,why,Li Wei,2026-12-31\n");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String rule(String id, String guide, String condition, String consequence) {
    return """
        rule "Rule %s"
            @id(%s) @severity(low) @guide(%s) @title("Title of %s") @remedy("r")
        when
            %s
        then
            %s
        end
        """
        .formatted(id, id, guide, id, condition, consequence);
  }

  private int audit(String run, String... rules) throws IOException {
    String head = "package mine\nimport dev.patrol.model.*\nglobal Audit audit\n";
    write("rules/mine.drl", head + String.join("", rules));
    out.getBuffer().setLength(0);
    return Main.run(
        new PrintWriter(out),
        new PrintWriter(err),
        "audit",
        "--offline",
        "--config",
        folder.resolve("patrol.yaml").toString(),
        "--rules",
        folder.resolve("rules").toString(),
        "--run",
        run,
        "--now",
        "2026-11-2" + run.substring(1) + "T10:00:00+08:00");
  }

  private String report(String run, String file) throws IOException {
    return Files.readString(folder.resolve("reports").resolve(run).resolve(file));
  }

  private static List<String> rows(String csv, String... words) {
    return csv.lines().filter(line -> List.of(words).stream().allMatch(line::contains)).toList();
  }

  @Test
  void the_audit_reports_them_keeps_all_other_findings_and_ends_with_3() throws IOException {
    String owned = rule("owned", "hygiene", "$t : Token()", "audit.warn($t, \"owned\");");
    String unused =
        rule(
            "waiver-unused",
            "hygiene",
            "$use : WaiverUse(conclusive, findings == 0)",
            "audit.warn($use, \"unused\");");
    String well = rule("bad", "key.validity", "$t : Token()", "audit.warn($t, \"hm\");");
    assertThat(audit("r1", owned, unused, well)).as(err.toString()).isEqualTo(0);
    assertThat(rows(report("r1", "findings.csv"), ",bad,")).hasSize(TOKENS);

    int code =
        audit(
            "r2",
            owned,
            unused,
            rule("bad", "key.validity", "$t : Token()", "throw new RuntimeException(\"no\");"),
            rule("last", "hygiene", "Estate()", "throw new RuntimeException(\"last\");"),
            rule("waivers", "hygiene", "WaiverUse()", "throw new RuntimeException(\"review\");"));

    assertThat(code).as(err.toString()).isEqualTo(ExitCode.UNANSWERED.number());
    String findings = report("r2", "findings.csv");
    assertThat(rows(findings, ",owned,")).hasSize(TOKENS);
    assertThat(findings).doesNotContain(",fixed,", "waiver-unused");
    assertThat(rows(report("r2", "endpoints.csv"), "unknown,none")).hasSize(2);
    assertThat(out.toString())
        .contains("bad (mine.drl:18) failed 150 times: it threw java.lang.RuntimeException: no")
        .contains("last (mine.drl:25) failed once: it threw java.lang.RuntimeException: last")
        .contains("waivers (mine.drl:32) failed once");
    String page = report("r2", "index.html");
    assertThat(page).contains("Rules that failed", "mine.drl:18", "150 times");
    assertThat(page).contains("t19: it threw").doesNotContain("t20: it threw");
    assertThat(report("r2", "summary.md")).contains("## Rules that failed", "mine.drl:25");
    String json = report("r2", "audit.json");
    assertThat(json).contains("\"rule_errors\":[{\"rule\":\"bad\",\"message\":\"it threw");

    assertThat(audit("r3", owned, unused, well)).isEqualTo(0);
    assertThat(rows(report("r3", "findings.csv"), ",bad,", ",open,")).hasSize(TOKENS - 1);
    assertThat(rows(report("r3", "findings.csv"), "reopened")).isEmpty();
  }
}
