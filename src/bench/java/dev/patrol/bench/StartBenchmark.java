package dev.patrol.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the start of the process to the published report of the sample inventory. */
final class StartBenchmark implements Benchmark {
  private static final String NOW = "2026-11-22T10:00:00+08:00";

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String question() {
    return "Process start to published report of the sample inventory, offline, rules unchanged"
        + " since the last run, against a JVM that prints a line.";
  }

  @Override
  public List<Table> run(Workshop workshop) throws IOException, InterruptedException {
    List<Table> tables = new ArrayList<>();
    for (Map.Entry<Integer, Path> java : workshop.javas().entrySet()) {
      tables.add(on(java.getKey(), java.getValue(), workshop));
    }
    return tables;
  }

  private static Table on(int version, Path java, Workshop workshop)
      throws IOException, InterruptedException {
    Path reports = workshop.folder("start").resolve("reports-" + version);
    Contender print =
        new Contender("a JVM that prints a line", workshop.java(java, PrintLine.class)::run);
    Contender audit =
        new Contender(
            "patrol audit --offline",
            workshop.patrol(java, "audit", "--offline", "--now", NOW, "--reports", reports + "")
                ::run);
    Rounds rounds = Rounds.of(2, 2 * workshop.rounds(), List.of(print, audit));
    Table table = new Table("JDK " + version, "", "CPU s", "ratio", "wall s", "ratio");
    for (Contender each : List.of(print, audit)) {
      table.row(
          each.name(),
          rounds.sample(each.name(), Measured::cpuSeconds).text(),
          rounds.ratio(each.name(), print.name(), Measured::cpuSeconds).text(),
          rounds.sample(each.name(), Measured::wallSeconds).text(),
          rounds.ratio(each.name(), print.name(), Measured::wallSeconds).text());
    }
    return table;
  }
}
