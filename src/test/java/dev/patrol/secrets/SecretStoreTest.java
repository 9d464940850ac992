package dev.patrol.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.model.Secret;
import dev.patrol.model.SecretReference;
import dev.patrol.problem.ProblemsException;
import dev.patrol.secrets.SecretOutcome.Found;
import dev.patrol.secrets.SecretOutcome.Missing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretStoreTest {
  private static final String TOKEN = "pat_TESTONLY000000000001";

  private final Path folder;

  SecretStoreTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void finds_environment_variables_and_trims_them() {
    assertThat(fromEnvironment(" " + TOKEN + "\n")).isEqualTo(found());
  }

  @Test
  void names_a_variable_that_is_not_set() {
    assertThat(store(Map.of()).resolve(new SecretReference("env", "X_TOKEN")))
        .isEqualTo(new Missing("environment variable X_TOKEN is not set"));
  }

  @Test
  void masks_a_token_that_was_pasted_as_a_name() {
    assertThat(store(Map.of()).resolve(new SecretReference("env", TOKEN)).toString())
        .doesNotContain(TOKEN)
        .contains("is not set");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "pat_A B",
        "pat_A\tB",
        "pat_A\nB",
        "pat_A\u0000B",
        "pat_Ä",
        "pat_A\u200BB",
        "Bearer pat_A",
        "bearer\tpat_A",
        "Bearer",
        "\u201Cpat_A\u201D"
      })
  void refuses_values_that_cannot_be_a_token_without_repeating_them(String value) {
    assertThat(fromEnvironment(value))
        .isInstanceOfSatisfying(
            Missing.class,
            missing ->
                assertThat(missing.reason())
                    .startsWith("environment variable X ")
                    .doesNotContain("pat_"));
  }

  @Test
  void hints_at_a_bearer_word_too_many() {
    assertThat(fromEnvironment("Bearer " + TOKEN))
        .isEqualTo(
            new Missing(
                "environment variable X begins with the word Bearer; expected the bare token, as"
                    + " the word is added"));
  }

  @Test
  void reads_files_relative_to_the_inventory_and_absolute_ones() throws IOException {
    Path file = folder.resolve("bot.token");
    Files.writeString(file, "\uFEFF" + TOKEN + "\r\n", UTF_8);
    assertThat(resolve("file", "bot.token")).isEqualTo(found());
    assertThat(resolve("file", file.toAbsolutePath().toString())).isEqualTo(found());
  }

  @Test
  void says_what_is_wrong_with_a_file() throws IOException {
    Files.write(folder.resolve("latin"), new byte[] {'p', (byte) 0xE4});
    Files.write(folder.resolve("large"), new byte[16 * 1024 + 1]);
    assertThat(resolve("file", "none")).isEqualTo(new Missing("file none is not found"));
    assertThat(resolve("file", ".")).isEqualTo(new Missing("file . is not a regular file"));
    assertThat(resolve("file", "latin")).isEqualTo(new Missing("file latin is not UTF-8"));
    assertThat(resolve("file", "large")).isEqualTo(new Missing("file large is larger than 16 KiB"));
    assertThat(resolve("file", "a\0b")).isInstanceOf(Missing.class);
  }

  @Test
  void names_a_source_that_is_not_configured() {
    assertThat(resolve("vault", "coze/bot"))
        .isEqualTo(new Missing("no source named 'vault' is configured"));
  }

  @Test
  void looks_up_each_reference_once_even_when_many_ask_at_once() throws IOException {
    Path log = folder.resolve("calls");
    SecretStore store =
        store(
            Map.of(),
            Map.of("vault", List.of("/bin/sh", "-c", "echo x >> \"$0\"; echo " + TOKEN, "" + log)));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<CompletableFuture<SecretOutcome>> outcomes =
          Stream.generate(
                  () ->
                      CompletableFuture.supplyAsync(
                          () -> store.resolve(new SecretReference("vault", "k")), threads))
              .limit(32)
              .toList();
      assertThat(outcomes.stream().map(CompletableFuture::join)).containsOnly(found());
    } finally {
      threads.shutdown();
    }
    assertThat(Files.readAllLines(log)).hasSize(1);
  }

  @Test
  void reports_all_unusable_sources_at_once() {
    assertThatThrownBy(
            () ->
                store(
                    Map.of(),
                    Map.of("env", List.of("x"), "a", List.of(), "b", List.of("get-{key}", "x"))))
        .isInstanceOf(ProblemsException.class)
        .hasMessage(
            """
            secrets.a: expected a program and its arguments, got nothing
            secrets.b: {key} may stand in arguments only, got it in the program's name
            secrets.env: the name env is built in, choose another""");
  }

  private SecretOutcome fromEnvironment(String value) {
    return store(Map.of("X", value)).resolve(new SecretReference("env", "X"));
  }

  private SecretOutcome resolve(String source, String key) {
    return store(Map.of()).resolve(new SecretReference(source, key));
  }

  private SecretStore store(Map<String, String> environment) {
    return store(environment, Map.of());
  }

  private SecretStore store(Map<String, String> environment, Map<String, List<String>> sources) {
    return new SecretStore(environment, folder, sources, Duration.ofSeconds(30));
  }

  private static SecretOutcome found() {
    return new Found(new Secret(TOKEN));
  }
}
