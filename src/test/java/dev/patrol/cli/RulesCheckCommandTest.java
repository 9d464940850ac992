package dev.patrol.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCheckCommandTest {
  private static final String FILE =
      """
      package mine
      import dev.patrol.model.*
      global Audit audit
      rule "Nobody owns it"
          @id(nobody-owns-it)
          @severity(low)
          @guide(hygiene)
          @title("t")
          @remedy("r")
      when
          $token : Token(owner == null)
      then
          audit.warn($token, "x");
      end
      """;

  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  RulesCheckCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private int run(String... options) {
    String[] args = new String[options.length + 3];
    args[0] = "rules";
    args[1] = "check";
    args[2] = folder.toString();
    System.arraycopy(options, 0, args, 3, options.length);
    return Main.run(new PrintWriter(out), new PrintWriter(err), args);
  }

  @Test
  void sound_rules_end_well() throws IOException {
    Files.writeString(folder.resolve("a.drl"), FILE);
    assertThat(run()).isZero();
    assertThat(out.toString()).isEqualTo("0 errors, 0 warnings in 1 file, 1 rule\n");
  }

  @Test
  void an_error_is_shown_with_its_line_and_a_caret() throws IOException {
    Files.writeString(folder.resolve("a.drl"), FILE.replace("owner ==", "ownr =="));
    assertThat(run()).isEqualTo(2);
    assertThat(out.toString())
        .isEqualTo(
            folder
                + "/a.drl:11:20: error: Token has no field \"ownr\"; did you mean \"owner\"?\n"
                + "      $token : Token(ownr == null)\n"
                + "                     ^\n"
                + "1 error, 0 warnings in 1 file, 1 rule\n");
  }

  @Test
  void a_warning_alone_ends_well() throws IOException {
    Files.writeString(folder.resolve("a.drl"), FILE.replace("@severity(low)", "@severity(lo)"));
    assertThat(run()).isZero();
    assertThat(out.toString())
        .contains("a.drl:6:15: warning: @severity: unknown severity \"lo\"")
        .endsWith("0 errors, 1 warning in 1 file, 1 rule\n");
  }

  @Test
  void programs_get_json() throws IOException {
    Files.writeString(folder.resolve("a.drl"), FILE.replace("owner ==", "ownr =="));
    assertThat(run("--format", "json")).isEqualTo(2);
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("files").asInt()).isOne();
    assertThat(json.get("rules").asInt()).isOne();
    JsonNode remark = json.get("remarks").get(0);
    assertThat(remark.get("level").asText()).isEqualTo("error");
    assertThat(remark.get("line").asInt()).isEqualTo(11);
    assertThat(remark.get("column").asInt()).isEqualTo(20);
  }

  @Test
  void a_folder_that_is_not_there_is_said() {
    assertThat(
            Main.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "rules",
                "check",
                folder.resolve("none").toString()))
        .isEqualTo(2);
    assertThat(out.toString()).contains("none: error: expected a folder of .drl files, found none");
  }
}
