package dev.patrol.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Peak memory of whole audits of large inventories, in heaps that do not grow with them. */
final class MemoryBenchmark implements Benchmark {
  /** The heap must be enough for so many endpoints. */
  private record Size(int endpoints, int heapMegabytes) {
    private String heap() {
      return "-Xmx" + heapMegabytes + "m";
    }
  }

  private static final List<Size> SIZES = List.of(new Size(200_000, 256), new Size(1_000_000, 512));

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String question() {
    return "Peak resident size of whole offline audits, from inventory to published report with a"
        + " new history, in a bounded heap; against a program that reads the same files into lists.";
  }

  @Override
  public List<Table> run(Workshop workshop) throws IOException, InterruptedException {
    Table table =
        new Table(
            "Peak memory on JDK " + Runtime.version().feature(),
            "",
            "CPU s",
            "CPU us per endpoint",
            "wall s",
            "peak MB",
            "ratio to lists",
            "inventory MB");
    for (Size size : SIZES) {
      measure(size, workshop, table);
    }
    for (Size size : SIZES) {
      Folders.delete(folder(size, workshop));
    }
    return List.of(
        table.remark(
            "Target: 200,000 endpoints in 256 MB and 1,000,000 in 512 MB of heap; an audit that ran"
                + " out of it would have ended the benchmark."));
  }

  private static void measure(Size size, Workshop workshop, Table table)
      throws IOException, InterruptedException {
    Path folder = folder(size, workshop);
    Path inventory = folder.resolve("inventory");
    InventoryFiles.ofEndpoints(size.endpoints()).write(inventory, row -> "");
    Path java = workshop.running();
    String reports = folder.resolve("reports").toString();
    Command audit =
        workshop
            .patrol(java, "audit", "--offline", "--inventory", inventory + "", "--reports", reports)
            .with("PATROL_JAVA_OPTS", size.heap());
    Contender lists =
        new Contender(
            "lists of " + size.endpoints(),
            workshop.program(java, HoldLines.class, List.of(), List.of(inventory.toString()))::run);
    Contender patrol =
        new Contender(
            "patrol, %d endpoints, %s".formatted(size.endpoints(), size.heap()),
            () -> {
              Folders.putAside(folder.resolve("reports"));
              return audit.run();
            });
    int rounds = Math.max(1, workshop.rounds() * SIZES.get(0).endpoints() / size.endpoints());
    Rounds turns = Rounds.of(0, rounds, List.of(lists, patrol));
    double megabytes = Folders.bytes(inventory) / (double) (1 << 20);
    for (Contender each : List.of(lists, patrol)) {
      table.row(
          each.name(),
          turns.sample(each.name(), Measured::cpuSeconds).text(),
          turns
              .sample(each.name(), Measured::cpuSeconds)
              .map(seconds -> seconds * 1e6 / size.endpoints())
              .text(),
          turns.sample(each.name(), Measured::wallSeconds).text(),
          turns.sample(each.name(), Measured::peakMegabytes).text(),
          turns.ratio(each.name(), lists.name(), Measured::peakMegabytes).text(),
          Sample.number(megabytes));
    }
  }

  private static Path folder(Size size, Workshop workshop) throws IOException {
    return workshop.folder("memory-" + size.endpoints());
  }
}
