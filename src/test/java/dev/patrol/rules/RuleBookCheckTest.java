package dev.patrol.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.model.RuleSettings;
import dev.patrol.model.Severity;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.rules.source.Remark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleBookCheckTest {
  private final Path folder;

  RuleBookCheckTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static String rule(String id, String condition, String consequence) {
    return """
        package mine
        import dev.patrol.model.*
        global Audit audit
        rule "Rule %1$s"
            @id(%1$s)
            @severity(low)
            @guide(hygiene)
            @title("t")
            @remedy("r")
        when
            %2$s
        then
            %3$s
        end
        """
        .formatted(id, condition, consequence);
  }

  private static String sound(String id) {
    return rule(id, "$token : Token(owner == null)", "audit.warn($token, \"x\");");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private List<String> remarks(RuleSettings settings) {
    return RuleBook.check(folder, settings).remarks().stream()
        .map(remark -> remark.toString().replace(folder + "/", ""))
        .toList();
  }

  private List<String> remarks() {
    return remarks(RuleSettings.NONE);
  }

  @Test
  void the_shipped_rules_are_without_remarks() {
    assertThat(RuleBook.check(Path.of("rules"), RuleSettings.NONE).remarks()).isEmpty();
  }

  @Test
  void shown_paths_begin_with_the_folder_as_written() throws IOException {
    write("a.drl", rule("a", "$token : Token(ownr == null)", "audit.warn($token, \"x\");"));
    assertThatThrownBy(() -> RuleBook.load(folder, RuleSettings.NONE, Locale.ENGLISH))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            e ->
                assertThat(e.problems())
                    .containsExactly(
                        new Problem(
                            folder + "/a.drl",
                            11,
                            20,
                            "Token has no field \"ownr\"; did you mean \"owner\"?")));
  }

  @Test
  void what_is_bound_behind_an_error_is_not_missed() throws IOException {
    write(
        "a.drl",
        rule(
            "a",
            "Call(endpoint.operatoin != null, $endpoint : endpoint)",
            "audit.fail($endpoint, \"x\");"));
    assertThat(remarks())
        .singleElement()
        .asString()
        .contains("a.drl:11:")
        .contains("Endpoint has no field \"operatoin\"; did you mean \"operation\"?");
  }

  @Test
  void an_error_in_one_rule_hides_none_in_the_next() throws IOException {
    String syntax = rule("a", "$token : Token(owner = null)", "audit.warn($token, \"x\");");
    String field = rule("b", "$token : Token(ownr == null)", "audit.warn($token, \"x\");");
    String quiet = rule("c", "$token : Token(owner == null)", "");
    write("a.drl", syntax + afterHead(field) + afterHead(quiet));
    assertThat(remarks())
        .satisfiesExactly(
            a -> assertThat(a).startsWith("a.drl:11:26: error: expected \"==\" to compare"),
            b -> assertThat(b).contains("error: Token has no field \"ownr\""),
            c -> assertThat(c).contains("warning: rule \"Rule c\" neither reports"));
  }

  private static String afterHead(String file) {
    return file.substring(file.indexOf("rule \""));
  }

  @Test
  void files_stay_relative_in_what_is_known_of_rules() throws IOException {
    Files.createDirectory(folder.resolve("deep"));
    write("deep/a.drl", sound("a"));
    assertThat(RuleBook.load(folder, RuleSettings.NONE, Locale.ENGLISH).rules())
        .singleElement()
        .satisfies(info -> assertThat(info.file()).isEqualTo("deep/a.drl"));
  }

  @Test
  void errors_of_all_files_come_at_once_and_sorted() throws IOException {
    write("a.drl", "rule");
    write("b.drl", rule("b", "$token : Token(ownr == null)", "audit.warn($token, \"x\");"));
    write("c.drl", rule("c", "$token : Token(owner == null)", "audit.warm($token, \"x\");"));
    write("d.drl", sound("d"));
    assertThat(remarks())
        .satisfiesExactly(
            a -> assertThat(a).startsWith("a.drl:1:1: error: a rule needs a name"),
            b -> assertThat(b).startsWith("b.drl:11:20: error: Token has no field \"ownr\""),
            c -> assertThat(c).startsWith("c.drl:13:11: error: Audit has no method \"warm\""));
  }

  @Test
  void several_rules_of_a_file_are_each_blamed() throws IOException {
    String second =
        rule("b", "$token : Token(kid == null)", "audit.warn($token, \"x\");")
            .lines()
            .skip(3)
            .reduce("", (text, line) -> text + line + "\n");
    write(
        "a.drl", rule("a", "$token : Token(ownr == null)", "audit.warn($token, \"x\");") + second);
    assertThat(remarks())
        .satisfiesExactly(
            a -> assertThat(a).startsWith("a.drl:11:20: error: Token has no field \"ownr\""),
            b -> assertThat(b).startsWith("a.drl:22:20: error: Token has no field \"kid\""));
  }

  @Test
  void an_id_is_taken_once_across_files() throws IOException {
    write("a.drl", sound("same"));
    write("b.drl", sound("same").replace("Rule same", "Other"));
    assertThat(remarks())
        .singleElement()
        .asString()
        .startsWith("b.drl:5:5: error: @id: \"same\" is taken by the rule at ")
        .endsWith("a.drl:4");
  }

  @Test
  void a_byte_order_mark_and_other_line_ends_are_fine() throws IOException {
    write("a.drl", "\uFEFF" + sound("a"));
    write(
        "b.drl",
        rule("b", "$token : Token(ownr == null)", "audit.warn($token, \"x\");")
            .replace("\n", "\r\n"));
    assertThat(remarks())
        .singleElement()
        .asString()
        .startsWith("b.drl:11:20: error: Token has no field \"ownr\"");
  }

  @Test
  void a_file_that_is_no_text_does_not_hide_the_others() throws IOException {
    Files.write(folder.resolve("a.drl"), "rule \"é\"".getBytes(StandardCharsets.ISO_8859_1));
    Files.createDirectory(folder.resolve("b.drl"));
    Files.createSymbolicLink(folder.resolve("c.drl"), folder.resolve("gone"));
    write("d.drl", rule("d", "$token : Tokn()", "audit.warn($token, \"x\");"));
    assertThat(remarks())
        .satisfiesExactly(
            a -> assertThat(a).startsWith("a.drl: error: expected UTF-8 text"),
            b -> assertThat(b).startsWith("b.drl: error: expected a rule file, found a folder"),
            c -> assertThat(c).startsWith("c.drl: error: expected a rule file, found something"),
            d -> assertThat(d).startsWith("d.drl:11:14: error: no type \"Tokn\""));
  }

  @Test
  void files_without_rules_are_warned_of() throws IOException {
    write("a.drl", "");
    write("b.drl", "// nothing\n/* yet */\n");
    write("c.drl", sound("c"));
    assertThat(remarks())
        .containsExactly(
            "a.drl:1:1: warning: there is no rule in this file",
            "b.drl:1:1: warning: there is no rule in this file");
    assertThat(RuleBook.load(folder, RuleSettings.NONE, Locale.ENGLISH).warnings())
        .extracting(Remark::level)
        .containsExactly(Remark.Level.WARNING, Remark.Level.WARNING);
  }

  @Test
  void a_folder_without_rule_files_is_an_error() {
    assertThat(RuleBook.check(folder, RuleSettings.NONE).remarks())
        .singleElement()
        .hasToString(folder + ": error: expected .drl files, found none");
    assertThat(RuleBook.check(folder.resolve("none"), RuleSettings.NONE).remarks())
        .singleElement()
        .hasToString(folder + "/none: error: expected a folder of .drl files, found none");
  }

  @Test
  void what_the_settings_allow_may_be_imported() throws IOException {
    write(
        "a.drl",
        sound("a").replace("global", "import java.net.URI\nimport java.util.zip.*\nglobal"));
    assertThat(remarks()).hasSize(2);
    assertThat(
            remarks(
                new RuleSettings(
                    Set.of(), new TreeMap<>(), List.of("java.net.URI", "java.util.zip.*"))))
        .isEmpty();
  }

  @Test
  void a_closed_type_of_an_open_package_is_refused_where_it_is_used() throws IOException {
    write(
        "a.drl",
        sound("a")
            .replace("global", "import java.util.*\nglobal")
            .replace("audit.warn", "new Timer(); audit.warn"));
    assertThat(remarks())
        .singleElement()
        .asString()
        .startsWith("a.drl:14:9: error: rule files may not use java.util.Timer; to allow it, name");
  }

  @Test
  void settings_for_rules_that_there_are_not_are_warned_of() throws IOException {
    write("a.drl", sound("token-expired"));
    RuleSettings settings =
        new RuleSettings(
            Set.of("token-expird"), new TreeMap<>(Map.of("nothing", Severity.LOW)), List.of());
    assertThat(remarks(settings))
        .containsExactly(
            "rules.off: warning: no rule has the id \"token-expird\"; did you mean"
                + " \"token-expired\"?",
            "rules.severity: warning: no rule has the id \"nothing\"");
  }

  @Test
  void texts_without_translation_and_without_rule_are_warned_of() throws IOException {
    write("a.drl", sound("a"));
    write("messages_zh.properties", "# texts\na.title=T\nb.remedy=R\n");
    assertThat(remarks())
        .containsExactly(
            "a.drl:9:5: warning: no translation in messages_zh.properties: a.remedy",
            "messages_zh.properties:3:1: warning: \"b.remedy\" belongs to no rule; did you mean"
                + " \"a.remedy\"?");
  }

  @Test
  void rules_of_a_file_that_cannot_be_read_are_not_missed() throws IOException {
    write("a.drl", sound("a").replace("then", "thn"));
    write("b.drl", sound("b"));
    write("messages_zh.properties", "a.title=T\na.remedy=T\nb.title=T\nb.remedy=T\n");
    assertThat(remarks()).singleElement().asString().startsWith("a.drl:12:1: error: expected");
  }

  @Test
  void what_is_missing_is_made_up_for() throws IOException {
    write(
        "a.drl",
        sound("a").replace("    @severity(low)\n", "").replace("@guide(hygiene)", "@guide(none)"));
    assertThat(RuleBook.load(folder, RuleSettings.NONE, Locale.ENGLISH).rules())
        .singleElement()
        .satisfies(
            info -> {
              assertThat(info.severity()).isEqualTo(Severity.MEDIUM);
              assertThat(info.guide()).isNull();
            });
  }

  @Test
  void a_bare_finding_takes_its_texts_from_the_name() throws IOException {
    write(
        "a.drl",
        """
        package mine
        import dev.patrol.model.*
        global Audit audit
        rule "No owner"
        when
            $token : Token(owner == null)
        then
            audit.warn($token, "x");
        end
        """);
    assertThat(RuleBook.load(folder, RuleSettings.NONE, Locale.ENGLISH).rules())
        .singleElement()
        .satisfies(
            info -> {
              assertThat(info.id()).isEqualTo("no-owner");
              assertThat(info.title()).isEqualTo("No owner");
              assertThat(info.remedy()).isEmpty();
              assertThat(info.severity()).isEqualTo(Severity.MEDIUM);
            });
  }
}
