package dev.patrol.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

  /** All in one run: what takes its time is to compile the shipped rules with them. */
  @Test
  void the_examples_and_what_rules_new_writes_pass_their_cases() throws IOException {
    Map<String, String> examples = examples();
    assertThat(examples).hasSize(12);
    copyShipped();
    for (Map.Entry<String, String> example : examples.entrySet()) {
      Files.writeString(folder.resolve(example.getKey()), example.getValue(), UTF_8);
    }
    String rules = folder.toString();
    assertThat(run("rules", "new", "of-hygiene", "--rules", rules)).isZero();
    assertThat(run("rules", "new", "of-a-step", "--guide", "key.permission", "--rules", rules))
        .isZero();

    List<String> test = new ArrayList<>(List.of("rules", "test", "--strict", "--rules", rules));
    List<String> ids =
        Stream.concat(
                examples.keySet().stream().map(this::id), Stream.of("of-hygiene", "of-a-step"))
            .distinct()
            .toList();
    ids.forEach(id -> test.addAll(List.of("--rule", id)));
    assertThat(ids).hasSize(8);
    assertThat(run(test.toArray(String[]::new))).as(out.toString()).isZero();
    assertThat(out.toString()).contains(" cases of 8 rules: ");
  }

  private String id(String file) {
    return file.replaceAll(".*/|\\.cases\\.yaml|\\.drl", "");
  }
}
