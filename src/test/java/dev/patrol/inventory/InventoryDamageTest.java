package dev.patrol.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patrol.model.Dossier;
import dev.patrol.model.Endpoint;
import dev.patrol.model.InventoryIssue;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Rows suffer, and the others do not. */
final class InventoryDamageTest {
  private static final String HEADER =
      "endpoint,token,workspace,application,method,url,authorization,probe,note,body";

  private static Path folder = Path.of("");

  /** How one row is damaged: what stands there instead of the character at a place. */
  record Blow(int row, int place, String instead) {}

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("inventory");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 300)
  void no_undamaged_row_is_lost_and_no_row_is_lost_in_silence(
      @ForAll("bodies") List<String> bodies,
      @ForAll("blows") List<Blow> blows,
      @ForAll Random chance) {
    List<String> rows = new ArrayList<>(rows(bodies, chance));
    List<Integer> damaged = new ArrayList<>();
    for (Blow blow : blows) {
      int row = blow.row() % rows.size();
      String line = rows.get(row);
      int place = blow.place() % line.length();
      rows.set(row, line.substring(0, place) + blow.instead() + line.substring(place + 1));
      damaged.add(row);
    }
    Inventories.write(
        folder, "token,kind\nt1,pat\n", "workspace\n", HEADER + "\n" + String.join("\n", rows));

    Inventory inventory = Inventories.open(folder);

    List<String> read = ids(inventory);
    List<String> undamaged =
        IntStream.range(0, rows.size())
            .filter(i -> !damaged.contains(i))
            .mapToObj(InventoryDamageTest::id)
            .toList();
    assertThat(read).containsAll(undamaged);
    assertThat(inventory.issues()).hasSizeGreaterThanOrEqualTo(rows.size() - read.size());
  }

  @Property(tries = 300)
  void whatever_the_files_hold_there_is_an_inventory_or_a_problem(
      @ForAll("text") String tokens,
      @ForAll("text") String workspaces,
      @ForAll("text") String rest) {
    Inventories.write(
        folder, "token,kind\n" + tokens, "workspace\n" + workspaces, HEADER + "\n" + rest);
    try {
      Inventory inventory = Inventories.open(folder);
      assertThat(ids(inventory)).hasSize((int) inventory.endpointCount());
    } catch (ProblemsException e) {
      assertThat(e.problems()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<List<String>> bodies() {
    return Arbitraries.of(
            "",
            "{}",
            "{\"bot_id\":\"7380000000000000001\",\"user_id\":\"u\"}",
            "{\n  \"text\": \"扣子\"\n}",
            "plain",
            "a\"b")
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<Blow>> blows() {
    Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 500);
    Arbitrary<String> instead =
        Arbitraries.of("", "\"", "\"\"", ",", "x\"", "\",", ",\"", "\n", "\u0007", "x", " \"");
    return Combinators.combine(numbers, numbers, instead)
        .as(Blow::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(2);
  }

  @Provide
  Arbitrary<String> text() {
    return Arbitraries.of(
            "\"",
            ",",
            "\n",
            "\r",
            " ",
            "t1",
            "pat",
            "e1",
            "GET",
            Inventories.URL,
            ";",
            "@",
            "\u0000")
        .list()
        .ofMaxSize(80)
        .map(parts -> String.join("", parts));
  }

  private static List<String> rows(List<String> bodies, Random chance) {
    return IntStream.range(0, bodies.size())
        .mapToObj(
            i ->
                Stream.of(
                        id(i),
                        "t1",
                        "",
                        "web",
                        "GET",
                        Inventories.URL,
                        "",
                        "auto",
                        "n",
                        bodies.get(i))
                    .map(cell -> Tables.quote(cell, chance))
                    .collect(Collectors.joining(",")))
        .toList();
  }

  private static String id(int row) {
    return "endpoint-%03d".formatted(row);
  }

  private static List<String> ids(Inventory inventory) {
    assertThat(inventory.issues()).extracting(InventoryIssue::line).allMatch(line -> line > 1);
    return Inventories.dossiers(inventory).stream()
        .map(Dossier::endpoints)
        .flatMap(List::stream)
        .map(Endpoint::id)
        .toList();
  }
}
