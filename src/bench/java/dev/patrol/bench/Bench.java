package dev.patrol.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Runs the benchmarks that are named, or all of them. */
public final class Bench {
  private static final List<Benchmark> ALL =
      List.of(
          new StartBenchmark(),
          new RulesBenchmark(),
          new ProbeBenchmark(),
          new AuditBenchmark(),
          new MemoryBenchmark(),
          new ReportBenchmark());

  private Bench() {}

  /**
   * Prints the tables of each benchmark, and keeps them in {@code src/bench/RESULTS.md} when the
   * system property {@code bench.record} is true.
   *
   * @param args names of benchmarks, or {@code all}
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Locale.setDefault(Locale.ROOT);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<Benchmark> chosen = chosen(Arrays.asList(args), ALL);
    Workshop workshop = Workshop.here();
    for (Benchmark benchmark : chosen) {
      out.println("## " + benchmark.name() + "\n" + benchmark.question() + "\n");
      List<Table> tables = benchmark.run(workshop);
      for (Table table : tables) {
        out.println(table.markdown());
      }
      if (Boolean.getBoolean("bench.record")) {
        Results.at(workshop.home().resolve("src/bench/RESULTS.md"))
            .keep(benchmark.name(), benchmark.question(), Machine.described(), tables);
      }
    }
  }

  static List<Benchmark> chosen(List<String> names, List<Benchmark> all) {
    if (names.isEmpty() || names.contains("all")) {
      return all;
    }
    List<Benchmark> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(
          all.stream()
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          all.stream()
                              .map(Benchmark::name)
                              .collect(
                                  Collectors.joining(
                                      ", ", "bench: expected one of ", ", got \"" + name + '"')))));
    }
    return chosen;
  }
}
