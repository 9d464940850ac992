package dev.patrol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the tables of {@code CONTRIBUTING.md} complete. */
class ContributingTest {
  private static final Pattern ARTIFACT =
      Pattern.compile("<(?:dependency|path)>.*?<artifactId>([^<]+)</artifactId>", Pattern.DOTALL);

  @Test
  void every_dependency_has_its_reason() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"), UTF_8);
    String direct = pom.substring(pom.indexOf("</dependencyManagement>"));
    List<String> rows =
        ARTIFACT
            .matcher(direct)
            .results()
            .map((MatchResult match) -> "\n| `" + match.group(1) + "` |")
            .toList();
    assertThat(rows).hasSizeGreaterThan(10);
    assertThat(contributing()).contains(rows);
  }

  @Test
  void every_package_is_in_the_table() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("src", "main", "java", "dev", "patrol"))) {
      List<String> rows =
          folders
              .filter(Files::isDirectory)
              .map(folder -> "\n| `" + folder.getFileName() + "` |")
              .toList();
      assertThat(rows).isNotEmpty();
      assertThat(contributing()).contains(rows);
    }
  }

  private static String contributing() throws IOException {
    return Files.readString(Path.of("CONTRIBUTING.md"), UTF_8);
  }
}
