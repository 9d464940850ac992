package dev.patrol.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

class RulesExplainCommandTest {
  private final Path folder;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  RulesExplainCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void audit_offline() throws IOException {
    Files.writeString(folder.resolve("patrol.yaml"), "zone: Asia/Shanghai\n");
    Files.createDirectories(folder.resolve("rules"));
    rule("");
    Path inventory = Files.createDirectory(folder.resolve("inventory"));
    Files.writeString(
        inventory.resolve("tokens.csv"),
        """
        token,kind,owner,expires_at
        sales,pat,Li Wei,2026-12-01
        spare,sat,,never
        """);
    Files.writeString(inventory.resolve("workspaces.csv"), "workspace\n");
    Files.writeString(
        inventory.resolve("endpoints.csv"),
        """
        endpoint,token,method,url,authorization
        shop,sales,GET,https://api.coze.cn/v1/bots/1,Bearer pat_TESTONLY000000000001
        cart,sales,GET,https://api.coze.cn/v1/bots/2,
        """);
    assertThat(patrol("audit", "--offline", "--run", "r", "--now", "2026-11-22T02:00:00Z"))
        .as(err.toString())
        .isZero();
  }

  private void rule(String more) throws IOException {
    Files.writeString(
        folder.resolve("rules/own.drl"),
        """
        package own
        import dev.patrol.model.*
        global Audit audit
        rule "pasted" @id(pasted) @severity(low) @guide(header) @title("Pasted") @remedy("None.")
        when $endpoint : Endpoint(headerHoldsToken) then audit.fail($endpoint, "it does"); end
        rule "owned" @id(owned) @severity(low) @guide(hygiene) @title("No owner") @remedy("None.")
        when
            $token : Token(owner == null)
        then audit.warn($token, "nobody"); end
        """
            + more);
  }

  private int patrol(String... args) {
    out = new StringWriter();
    err = new StringWriter();
    List<String> all = new ArrayList<>(Arrays.asList(args));
    all.addAll(List.of("--config", folder.resolve("patrol.yaml").toString()));
    return Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
  }

  @Test
  void an_endpoint_is_explained_by_its_facts_its_walk_and_the_rules() {
    assertThat(patrol("rules", "explain", "r", "shop")).as(err.toString()).isZero();
    String rules = folder.resolve("rules").toString();
    assertThat(out.toString())
        .contains(
            "Endpoint shop of token sales in run r",
            "    owner             Li Wei",
            "    not known: ",
            "Walk of shop: fail, cause header",
            "  header            fail: it does",
            "  1. pasted (" + rules + "/own.drl:4): Pasted",
            "     on Endpoint shop",
            "  low pasted, about shop: it does",
            "  owned (hygiene): No owner",
            "     " + rules + "/own.drl:8: owner == null",
            "     but Token sales: owner = Li Wei")
        .doesNotContain("TESTONLY", "cart", "changed since");
  }

  @Test
  void a_token_is_explained_with_all_its_endpoints() {
    assertThat(patrol("rules", "explain", "latest", "sales")).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("Token sales in run r", "Walk of shop: fail", "Walk of cart: ")
        .doesNotContain("TESTONLY");
    assertThat(patrol("rules", "explain", "r", "spare")).isZero();
    assertThat(out.toString()).contains("  low owned, about the token: nobody");
  }

  @Test
  void it_is_said_when_rules_were_changed_since_the_run() throws IOException {
    rule("rule \"new\" @id(new) @guide(hygiene) when Today() then end\n");
    assertThat(patrol("rules", "explain", "r", "shop")).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("Rule files that were changed since the run: own.drl", "new (");
  }

  @Test
  void an_unknown_name_gets_a_suggestion() {
    assertThat(patrol("rules", "explain", "r", "shpo")).isEqualTo(ExitCode.COULD_NOT_RUN.number());
    assertThat(err.toString())
        .contains("run r: there is no endpoint or token \"shpo\"; did you mean \"shop\"?");
  }
}
