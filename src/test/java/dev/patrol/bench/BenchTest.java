package dev.patrol.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patrol.catalog.Catalog;
import dev.patrol.inventory.DossierStream;
import dev.patrol.inventory.Inventory;
import dev.patrol.inventory.InventoryOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the benchmarks share: how they measure, compute and tell. */
class BenchTest {
  private final Path folder;

  BenchTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void a_sample_tells_its_median_and_spread() {
    assertThat(Sample.of(3, 1, 20).text()).isEqualTo("3.00 (1.00-20.0)");
    assertThat(Sample.of(4, 2).median()).isEqualTo(3);
    assertThat(Sample.of(4, 9).dividedBy(Sample.of(2, 3)).values()).containsExactly(2.0, 3.0);
  }

  @Test
  void contenders_take_turns_and_warm_ups_do_not_count() throws Exception {
    List<String> turns = new ArrayList<>();
    Rounds rounds = Rounds.of(1, 2, List.of(counting("A", turns), counting("B", turns)));
    assertThat(turns).containsExactly("A", "B", "A", "B", "A", "B");
    assertThat(rounds.sample("A", Measured::cpuSeconds).values()).containsExactly(3.0, 5.0);
    assertThat(rounds.ratio("B", "A", Measured::cpuSeconds).values()).containsExactly(4 / 3.0, 1.2);
  }

  private static Contender counting(String name, List<String> turns) {
    return new Contender(
        name,
        () -> {
          turns.add(name);
          return new Measured(turns.size(), 1, 0);
        });
  }

  @Test
  void a_command_is_measured_with_its_children() throws Exception {
    Measured measured =
        new Command(List.of("bash", "-c", "bash -c 'for ((i = 0; i < 100000; i++)); do :; done'"))
            .run();
    assertThat(measured.cpuSeconds()).isPositive();
    assertThat(measured.peakMegabytes()).isPositive();
  }

  @Test
  void a_command_that_fails_is_no_measurement() {
    assertThatThrownBy(() -> new Command(List.of("bash", "-c", "echo why >&2; exit 3")).run())
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("ended with 3", "why");
  }

  @Test
  void results_take_the_place_of_earlier_ones() throws IOException {
    Path file = Files.writeString(folder.resolve("RESULTS.md"), "# Results\nAbout.\n", UTF_8);
    Results results = Results.at(file);
    Table old = new Table("old", "", "s").row("a", "1");
    results.keep("start", "How fast?", "Machine.", List.of(old));
    results.keep("memory", "How big?", "Machine.", List.of(old));
    results.keep("start", "How fast?", "Machine.", List.of(new Table("new", "").row("b")));
    assertThat(Files.readString(file, UTF_8))
        .isEqualTo(
            """
            # Results
            About.

            ## memory
            How big?

            Machine.

            **old**

            |     | s   |
            |-----|----:|
            | a   | 1   |

            ## start
            How fast?

            Machine.

            **new**

            |     |
            |-----|
            | b   |
            """);
  }

  @Test
  void an_unknown_benchmark_is_refused_with_the_known_ones() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bench.chosen(List.of("speed"), List.of(new StartBenchmark())))
        .withMessage("bench: expected one of start, got \"speed\"");
  }

  @Test
  void generated_inventories_have_the_size_that_was_asked_for() throws IOException {
    new InventoryFiles(150, 1000, 15).write(folder, row -> "");
    Inventory inventory =
        Inventory.open(folder, Catalog.standard(), new InventoryOptions(ZoneOffset.UTC, UTF_8));
    int tokens = 0;
    int endpoints = 0;
    try (DossierStream dossiers = inventory.dossiers()) {
      while (dossiers.hasNext()) {
        tokens++;
        endpoints += dossiers.next().endpoints().size();
      }
    }
    assertThat(List.of(tokens, endpoints)).containsExactly(150, 1000);
    assertThat(inventory.issues()).isEmpty();
  }
}
