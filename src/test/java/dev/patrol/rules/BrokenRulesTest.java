package dev.patrol.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.model.RuleSettings;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenRulesTest {
  private static final String META =
      "@id(mine) @severity(low) @guide(hygiene) @title(\"t\") @remedy(\"r\")";

  private final Path folder;

  BrokenRulesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<Problem> problems(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    try {
      RuleBook.load(folder, RuleSettings.NONE, Locale.ENGLISH);
      return List.of();
    } catch (ProblemsException e) {
      return e.problems();
    }
  }

  /** A file whose condition stands on line 7 and whose consequence stands on line 9. */
  private static String file(String metadata, String condition, String consequence) {
    return """
        package mine
        import dev.patrol.model.*
        global Audit audit
        rule "Mine"
            %s
        when
            %s
        then
            %s
        end
        """
        .formatted(metadata, condition, consequence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$token : Token(expiry != null) | 7 | 20 | expiry != null",
        "$token : Token(expiry > 3) | 7 | 20 | expiry > 3",
        "$token : Tokn() | 7 | 14 | Tokn",
        "$token : Token(permissions.covrs(\"x\")) | 7 | 32 | covrs",
        "$token : Token(kind == TokenKind.PATT) | 7 | 38 | PATT",
        "$token : Token(id = \"x\") | 7 | 23 | '='",
        "$token : Token() Endpoint(token == $tokn.id) | 7 | 31 | $tokn.id",
        "$token : Token() Endpoint(operation.levell == null) | 7 | 41 | levell",
        "$token : Token(owner matches \"(\") | 7 | 35 | Unclosed group",
        "$token : Token(id == \"x\" | 8 | 1 | then",
        "$token : Token(kind == \"pat\") | 4 | 1 | a value of another type",
      })
  void a_wrong_condition_is_named_by_line_and_column(
      String condition, int line, int column, String hint) throws IOException {
    assertThat(problems("mine.drl", file(META, condition, "audit.warn($token, \"x\");")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.toString()).startsWith("mine.drl:" + line + ":" + column + ":");
              assertThat(problem.message()).contains(hint).doesNotContain("Java source");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "audit.warm($token, \"x\"); | 9 | 11 | warm",
        "audit.warn($tok, \"x\"); | 9 | 16 | $tok",
        "audit.warn(5, \"x\"); | 9 | 11 | warn",
        "rapport.warn($token, \"x\"); | 9 | 5 | rapport",
        "audit.warn($token, \"x\") | 9 | 23 | expected one of",
        "int x = \"s\"; audit.warn($token, \"x\"); | 4 | 1 | cannot convert from String to int",
      })
  void a_wrong_consequence_is_named_by_line_and_column(
      String consequence, int line, int column, String hint) throws IOException {
    assertThat(problems("mine.drl", file(META, "$token : Token()", consequence)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.toString()).startsWith("mine.drl:" + line + ":" + column + ":");
              assertThat(problem.message()).contains(hint).doesNotContain("Java source");
            });
  }

  @Test
  void wrong_metadata_is_named_all_at_once() throws IOException {
    String text =
        file(
            "@id(My_Rule) @severity(severe) @guide(key.foo) @title(\"t\")", "$token : Token()", "");
    assertThat(problems("mine.drl", text))
        .extracting(Problem::toString)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("mine.drl:4: @guide: expected hygiene or one of"),
            second -> assertThat(second).contains("@id: expected a name in kebab-case"),
            third -> assertThat(third).contains("@severity: expected critical"),
            fourth -> assertThat(fourth).contains("needs the annotation @remedy"));
  }

  @Test
  void an_id_is_taken_once() throws IOException {
    Files.writeString(
        folder.resolve("a.drl"), file(META, "$token : Token()", "audit.warn($token, \"x\");"));
    String second =
        file(META, "$token : Token()", "audit.warn($token, \"x\");")
            .replace("\"Mine\"", "\"Yours\"");
    assertThat(problems("b.drl", second))
        .singleElement()
        .hasToString("b.drl:4: @id: \"mine\" is taken by a.drl:4");
  }

  @Test
  void all_files_are_checked_before_any_rule_runs() throws IOException {
    Files.writeString(folder.resolve("a.drl"), "rule");
    assertThat(problems("b.drl", file(META, "$token : Token(", "")))
        .extracting(Problem::source)
        .contains("a.drl", "b.drl");
  }

  @Test
  void a_folder_without_rules_is_a_problem() {
    assertThatThrownBy(
            () -> RuleBook.load(folder.resolve("none"), RuleSettings.NONE, Locale.ENGLISH))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("expected a folder of .drl files, found none");
  }
}
