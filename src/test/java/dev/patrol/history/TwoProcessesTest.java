package dev.patrol.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class TwoProcessesTest {
  private final Path folder;

  TwoProcessesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private void otherProcess() throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as("see %s", output).isEqualTo(9);
  }

  @Test
  void a_second_process_uses_the_store_of_the_first() throws Exception {
    try (Store store = Store.open(StoreLocation.embedded(folder))) {
      otherProcess();
      assertRecorded(store);
    }
  }

  @Test
  void a_process_that_dies_leaves_what_it_committed_and_nothing_else() throws Exception {
    otherProcess();
    try (Store store = Store.open(StoreLocation.embedded(folder))) {
      assertRecorded(store);
      try (Chronicle chronicle =
          store.begin(Made.header("theirs", "half", Made.FIRST_NIGHT), List.of())) {
        assertThat(chronicle.compare(List.of(Made.well("half7"))).get(0).findings()).isEmpty();
        assertThat(chronicle.compareAcross(List.of(), Set.of(), Set.of())).hasSize(2_000);
      }
    }
  }

  private static void assertRecorded(Store store) {
    assertThat(store.archive().runs(10))
        .extracting(RunRecord::id, run -> run.changes().appeared())
        .containsExactly(org.assertj.core.groups.Tuple.tuple("whole", 2_000L));
    List<RunRecord> whole = store.archive().named("whole");
    assertThat(store.archive().changes(whole.get(0))).hasSize(2_000);
  }
}
