package dev.patrol.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Secret;
import dev.patrol.secrets.SecretOutcome.Found;
import dev.patrol.secrets.SecretOutcome.Missing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class SecretCommandTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final Path folder;

  SecretCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void puts_the_key_into_arguments_and_nowhere_else() {
    assertThat(run(LONG, "coze/bot-1", "printf", "%s-%s", "pat_{key}", "{key}"))
        .isEqualTo(new Found(new Secret("pat_coze/bot-1-coze/bot-1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-h", "a b", "a;id", "$(id)", "`id`", "a|b", "a\nb", "ä", "../x", "a/../b", "a/.."
      })
  void refuses_keys_that_could_mean_more_than_a_name(String key) throws IOException {
    Path trace = folder.resolve("ran");
    assertThat(run(LONG, key, "touch", trace.toString(), "{key}")).isInstanceOf(Missing.class);
    assertThat(Files.exists(trace)).isFalse();
  }

  @Test
  void gives_the_exit_code_and_nothing_that_was_printed() {
    assertThat(shell(LONG, "echo pat_OUT; echo pat_ERR >&2; exit 3"))
        .isEqualTo(new Missing("the command of source 'vault' exited with 3"));
  }

  @Test
  void survives_a_flood_on_stderr() {
    assertThat(shell(LONG, "head -c 1000000 /dev/zero >&2; echo pat_TESTONLY1"))
        .isEqualTo(new Found(new Secret("pat_TESTONLY1")));
  }

  @Test
  void stops_reading_after_the_limit() {
    assertThat(run(LONG, "k", "cat", "/dev/zero"))
        .isEqualTo(new Missing("the command of source 'vault' printed more than 16 KiB"));
  }

  @Test
  void gives_it_no_input_to_wait_for() {
    assertThat(shell(LONG, "cat; echo pat_TESTONLY1"))
        .isEqualTo(new Found(new Secret("pat_TESTONLY1")));
  }

  @Test
  void destroys_a_command_and_its_children_after_the_timeout() throws IOException {
    Path pids = folder.resolve("pids");
    SecretOutcome outcome =
        run(
            Duration.ofSeconds(2),
            "k",
            "/bin/sh",
            "-c",
            "sleep 1000 & echo $! > \"$0\"; echo $$ >> \"$0\"; wait",
            pids.toString());
    assertThat(outcome).isEqualTo(new Missing("the command of source 'vault' timed out after 2 s"));
    for (String pid : Files.readAllLines(pids)) {
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(left -> left.onExit().join());
    }
  }

  @Test
  void is_not_held_up_by_an_orphan_that_keeps_the_output_open() {
    // Whether the output ends or the time is over depends on who comes first.
    assertThat(shell(SHORT, "sleep 3 & exit 0")).isInstanceOf(Missing.class);
  }

  @Test
  void names_the_source_of_a_command_that_cannot_be_started() {
    assertThat(run(LONG, "k", folder.resolve("no-such-program").toString()))
        .isEqualTo(new Missing("the command of source 'vault' cannot be started"));
  }

  @Test
  void refuses_output_that_is_no_token_without_repeating_it() {
    assertThat(shell(LONG, "echo pat_A pat_B"))
        .isEqualTo(
            new Missing(
                "the output of the command of source 'vault' holds white space or a control"
                    + " character inside its value"));
  }

  private static SecretOutcome shell(Duration timeout, String script) {
    return run(timeout, "k", "/bin/sh", "-c", script);
  }

  private static SecretOutcome run(Duration timeout, String key, String... command) {
    return new SecretCommand(List.of(command), timeout).run("vault", key);
  }
}
