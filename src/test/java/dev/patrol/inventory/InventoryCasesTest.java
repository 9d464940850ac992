package dev.patrol.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Dossier;
import dev.patrol.model.Endpoint;
import dev.patrol.model.InventoryIssue;
import dev.patrol.model.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One folder per case: an inventory, the issues it has, and the dossiers that are left. */
final class InventoryCasesTest {
  private static final Path CASES = Path.of("src/test/resources/inventory");
  private static final Set<String> FILES =
      Set.of("tokens.csv", "workspaces.csv", "endpoints.csv", "issues.txt", "dossiers.txt");

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void every_case_has_exactly_its_issues_and_dossiers(Path folder) throws IOException {
    Inventory inventory = Inventories.open(folder);

    assertThat(inventory.issues().stream().map(InventoryIssue::toString).toList())
        .containsExactlyElementsOf(lines(folder.resolve("issues.txt")));
    assertThat(Inventories.dossiers(inventory).stream().flatMap(InventoryCasesTest::show).toList())
        .containsExactlyElementsOf(lines(folder.resolve("dossiers.txt")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void every_case_is_complete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).toList()).containsAll(FILES);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void no_case_lets_a_token_value_into_its_issues(Path folder) {
    assertThat(Inventories.open(folder).issues().toString())
        .doesNotContain("TESTONLY0000")
        .doesNotContain("without-a-shape");
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, UTF_8);
  }

  private static Stream<String> show(Dossier dossier) {
    return Stream.concat(
        Stream.of(
            "%s | workspaces %s"
                .formatted(
                    Characters.visible(dossier.token().toString()),
                    dossier.workspaces().stream()
                        .map(Workspace::id)
                        .collect(Collectors.joining(" ")))),
        dossier.endpoints().stream().map(InventoryCasesTest::show));
  }

  private static String show(Endpoint endpoint) {
    return Characters.visible(
        "  %s %s %s %s | workspace %s | application %s | authorization <%s> | body <%s>%s | %s | %s"
            .formatted(
                endpoint.place(),
                endpoint.id(),
                endpoint.method(),
                endpoint.url(),
                endpoint.workspace(),
                endpoint.application(),
                endpoint.authorization(),
                endpoint.body(),
                endpoint.bodyUnknown() ? " unknown" : "",
                endpoint.probe().id(),
                endpoint.attributes()));
  }
}
