package dev.patrol.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Cause;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.RuleSettings;
import dev.patrol.rules.RuleBook;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesNewCommandTest {
  private final Path folder;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  RulesNewCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void copy_a_rule() throws IOException {
    Files.createDirectories(folder.resolve("10-key"));
    Files.copy(Path.of("rules/10-key/oauth.drl"), folder.resolve("10-key/oauth.drl"));
  }

  private int make(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    String[] all =
        Stream.concat(Stream.of("rules", "new", "--rules", folder.toString()), Stream.of(arguments))
            .toArray(String[]::new);
    return Main.run(new PrintWriter(out), new PrintWriter(err), all);
  }

  @Test
  void a_rule_that_works_and_its_cases_are_written_and_what_comes_next_is_told() {
    assertThat(make("pat-owner-unknown")).isZero();

    Path rule = folder.resolve("70-hygiene/pat-owner-unknown.drl");
    assertThat(rule).content(UTF_8).contains("rule \"Pat owner unknown\"", "audit.warn($token");
    assertThat(folder.resolve("70-hygiene/pat-owner-unknown.cases.yaml"))
        .content(UTF_8)
        .contains("pat-owner-unknown:\n  firing:\n", "near-miss:", "clean:", "finds: [t1]");
    assertThat(out.toString())
        .contains(
            "wrote " + rule,
            "patrol rules test --rule pat-owner-unknown --rules " + folder,
            "pat-owner-unknown.title=")
        .contains(folder.resolve("messages_zh.properties").toString());
  }

  @Test
  void rules_of_every_step_compile() {
    for (Cause cause : Cause.values()) {
      if (cause != Cause.NONE) {
        assertThat(make("of-" + cause.id().replace('.', '-'), "--guide", cause.id()))
            .as(err.toString())
            .isZero();
      }
    }
    assertThat(make("of-hygiene")).isZero();

    List<RuleInfo> rules =
        RuleBook.load(folder, RuleSettings.NONE, Locale.ENGLISH).rules().stream()
            .filter(rule -> rule.id().startsWith("of-"))
            .toList();
    assertThat(rules).hasSize(Cause.values().length);
    assertThat(rules)
        .allSatisfy(
            rule -> assertThat(rule.id()).isEqualTo("of-" + rule.guideId().replace('.', '-')));
  }

  @Test
  void a_rule_of_a_step_stands_among_those_of_the_step() {
    assertThat(make("own-check", "--guide", "key.permission")).isZero();

    assertThat(folder.resolve("10-key/own-check.drl"))
        .content(UTF_8)
        .contains("@guide(key.permission)", "audit.fail($endpoint");
  }

  @Test
  void an_id_that_is_taken_is_refused() {
    assertThat(make("oauth-app-disabled")).isEqualTo(2);

    assertThat(err.toString())
        .contains("ID: \"oauth-app-disabled\" is taken by " + folder.resolve("10-key/oauth.drl"));
    assertThat(folder.resolve("70-hygiene")).doesNotExist();
  }

  @Test
  void nothing_is_overwritten() throws IOException {
    Path cases = folder.resolve("70-hygiene/mine.cases.yaml");
    Files.createDirectories(folder.resolve("70-hygiene"));
    Files.writeString(cases, "kept");

    assertThat(make("mine")).isEqualTo(2);

    assertThat(err.toString()).contains(cases + ": is there already; nothing was written");
    assertThat(cases).hasContent("kept");
    assertThat(folder.resolve("70-hygiene/mine.drl")).doesNotExist();
  }

  @Test
  void what_is_no_id_or_no_step_is_refused() {
    assertThat(make("Mine")).isEqualTo(2);
    assertThat(err.toString()).contains("ID: expected a name in kebab-case").contains("\"Mine\"");
    assertThat(make("../mine")).isEqualTo(2);
    assertThat(make("mine", "--guide", "key.valdity")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--guide: expected hygiene or one of key.oauth, ")
        .contains("got \"key.valdity\"");
  }
}
