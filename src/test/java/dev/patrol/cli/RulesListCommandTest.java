package dev.patrol.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patrol.model.RuleSettings;
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

/**
 * The reference of the shipped rules, {@code rules/README.md}, is compared with what is listed;
 * {@code mvn test -Dtest=RulesListCommandTest -Drules.update=true} writes it anew.
 */
class RulesListCommandTest {
  private static final Path SHIPPED = Path.of("rules");
  private static final Path REFERENCE = SHIPPED.resolve("README.md");
  private static final String FILE =
      """
      package own
      import dev.patrol.model.*
      global Audit audit
      rule "First"
          @id(first-rule) @severity(low) @guide(key.validity) @title("First | fault") @remedy("Mend")
      when
          $token : Token()
      then
          audit.fail($token, "seen");
      end
      rule "Second"
          @id(second-rule) @severity(high) @guide(hygiene) @title("Second fault") @remedy("Do it")
      when
          $token : Token()
      then
          audit.warn($token, "seen");
      end
      rule "Third"
          @id(third-rule) @guide(key.permission)
      when
          $token : Token()
      then
          insert(new KeyRefused($token.id(), "seen"));
      end
      """;

  private final Path folder;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  RulesListCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void write_rules() throws IOException {
    Files.createDirectories(folder.resolve("rules/10-key"));
    Files.writeString(folder.resolve("rules/10-key/own.drl"), FILE);
    Files.writeString(
        folder.resolve("rules/messages_zh.properties"), "second-rule.title=第二个问题\n", UTF_8);
    Files.writeString(
        folder.resolve("patrol.yaml"),
        "rules: {off: [first-rule], severity: {second-rule: info}}\n");
  }

  private int list(String... options) {
    out = new StringWriter();
    err = new StringWriter();
    String[] all =
        Stream.concat(
                Stream.of("rules", "list", "--config", folder.resolve("patrol.yaml").toString()),
                Stream.of(options))
            .toArray(String[]::new);
    return Main.run(new PrintWriter(out), new PrintWriter(err), all);
  }

  @Test
  void the_table_tells_what_holds_and_what_the_configuration_changed() {
    assertThat(list()).isZero();

    String place = folder.resolve("rules/10-key/own.drl").toString();
    assertThat(out.toString().lines().map(line -> line.replaceAll(" {2,}", " | ")))
        .containsExactly(
            "RULE | STEP | SEVERITY | STATE | KIND | PLACE | TITLE",
            "first-rule | key.validity | low | off | reports | " + place + ":4 | First | fault",
            "second-rule | hygiene | info (file: high) | on | reports | "
                + place
                + ":11 | Second fault",
            "third-rule | key.permission | on | concludes | " + place + ":18 | Third",
            "2 rules report, 1 conclude; 1 off");
  }

  @Test
  void the_folder_is_shown_as_it_was_named() {
    assertThat(list("--rules", "src/../rules")).isZero();

    assertThat(out.toString()).contains("  src/../rules/10-key/validity.drl:");
  }

  @Test
  void a_rule_without_translation_is_listed_in_english() {
    assertThat(list("--lang", "zh")).isZero();

    assertThat(out.toString()).contains("第二个问题", "First | fault").doesNotContain("Second fault");
  }

  @Test
  void programs_get_all_of_it() throws IOException {
    assertThat(list("--format", "json")).isZero();

    JsonNode rules = new ObjectMapper().readTree(out.toString());
    assertThat(rules).hasSize(3);
    assertThat(rules.get(1).toString())
        .isEqualTo(
            "{\"id\":\"second-rule\",\"guide\":\"hygiene\",\"kind\":\"reports\","
                + "\"severity\":\"info\",\"severity_in_file\":\"high\",\"on\":true,"
                + "\"title\":\"Second fault\",\"remedy\":\"Do it\",\"file\":\""
                + folder.resolve("rules/10-key/own.drl")
                + "\",\"line\":11}");
    assertThat(rules.get(0).get("on").booleanValue()).isFalse();
    assertThat(rules.get(2).get("severity").isNull()).isTrue();
  }

  @Test
  void the_reference_is_grouped_by_step_and_links_from_the_rules_folder() {
    assertThat(list("--format", "md")).isZero();

    assertThat(out.toString())
        .containsSubsequence(
            "## key.validity\n",
            "| [first-rule](10-key/own.drl#L4) | low, off | First \\| fault | Mend |\n",
            "## hygiene\n",
            "| [second-rule](10-key/own.drl#L11) | info (file: high) | Second fault | Do it |\n",
            "## Rules that draw conclusions\n",
            "| [third-rule](10-key/own.drl#L18) | key.permission | Third |\n");
  }

  @Test
  void files_that_cannot_be_parsed_end_with_2() throws IOException {
    Files.writeString(folder.resolve("rules/10-key/bad.drl"), "package own\nrule \"x\" when the\n");

    assertThat(list()).isEqualTo(2);
    assertThat(err.toString()).contains("10-key/bad.drl:");
  }

  @Test
  void the_kept_reference_is_up_to_date() throws IOException {
    String reference = RuleReference.of(ListedRule.of(SHIPPED, RuleSettings.NONE, Locale.ENGLISH));
    if (Boolean.getBoolean("rules.update")) {
      Files.writeString(REFERENCE, reference, UTF_8);
    }
    assertThat(List.of(Files.readString(REFERENCE, UTF_8).split("\n")))
        .as("run mvn test -Dtest=RulesListCommandTest -Drules.update=true")
        .isEqualTo(List.of(reference.split("\n")));
  }
}
