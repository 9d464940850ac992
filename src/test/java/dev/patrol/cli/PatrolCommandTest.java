package dev.patrol.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatrolCommandTest {
  private static final String[] COMMANDS = {
    "audit", "schedule", "sandbox", "inventory", "rules", "history", "report", "notify"
  };

  private final StringWriter printed = new StringWriter();

  @Test
  void the_help_names_every_command_in_its_order() {
    assertThat(patrol("--help")).isZero();
    assertThat(printed.toString()).containsSubsequence(COMMANDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "audit",
        "schedule",
        "sandbox",
        "inventory",
        "rules",
        "history",
        "report",
        "notify"
      })
  void each_command_explains_itself_alone_and_behind_an_option(String command) {
    assertThat(patrol(command, "--help")).isZero();
    String alone = printed.toString();
    assertThat(alone).contains("patrol " + command).contains("--log-format");
    printed.getBuffer().setLength(0);
    assertThat(patrol("--no-color", command, "--help")).isZero();
    assertThat(printed.toString()).isEqualTo(alone);
  }

  @Test
  void a_mistyped_command_is_refused() {
    assertThat(patrol("audt")).isEqualTo(ExitCode.COULD_NOT_RUN.number());
    assertThat(printed.toString()).contains("audt");
  }

  private int patrol(String... line) {
    PrintWriter out = new PrintWriter(printed);
    return Main.run(out, out, line);
  }
}
