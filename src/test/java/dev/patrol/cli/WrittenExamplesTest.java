package dev.patrol.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the guide for authors, beside the shipped rules, as a reader would try them. */
class WrittenExamplesTest {
  private static final Path RULES = Path.of("rules");

  /** A whole file in the guide: a block whose first line is a comment with the file's name. */
  private static final Pattern FILE =
      Pattern.compile("(?ms)^```(?:yaml)?\\n(?://|#) rules/(\\S+)\\n(.*?)^```$");

  private final Path folder;
  private final StringWriter out = new StringWriter();

  WrittenExamplesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Map<String, String> examples() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    FILE.matcher(Files.readString(RULES.resolve("WRITING.md"), UTF_8))
        .results()
        .forEach((MatchResult file) -> files.put(file.group(1), file.group(2)));
    return files;
  }

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out), new PrintWriter(out), arguments);
  }

  private void copyShipped() throws IOException {
    try (Stream<Path> files = Files.walk(RULES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(RULES.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void each_example_is_a_rule_with_its_cases_and_passes_them() throws IOException {
    Map<String, String> examples = examples();
    assertThat(examples).hasSize(12);
    copyShipped();
    for (Map.Entry<String, String> example : examples.entrySet()) {
      Files.writeString(folder.resolve(example.getKey()), example.getValue(), UTF_8);
    }

    assertThat(run("rules", "check", folder.toString())).as(out.toString()).isZero();
    for (String file : examples.keySet()) {
      String id = file.replaceAll(".*/|\\.cases\\.yaml|\\.drl", "");
      int exit = run("rules", "test", "--strict", "--rule", id, "--rules", folder.toString());
      assertThat(exit).as(out.toString()).isZero();
    }
  }

  @Test
  void what_rules_new_writes_passes_its_cases() throws IOException {
    copyShipped();
    String rules = folder.toString();
    assertThat(run("rules", "new", "of-hygiene", "--rules", rules)).isZero();
    assertThat(run("rules", "new", "of-a-step", "--guide", "key.permission", "--rules", rules))
        .isZero();

    for (String id : new String[] {"of-hygiene", "of-a-step"}) {
      int exit = run("rules", "test", "--strict", "--rule", id, "--rules", rules);
      assertThat(exit).as(out.toString()).isZero();
    }
    assertThat(out.toString()).contains("3 passed, 0 failed");
  }
}
