package dev.patrol.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** From the start of the process to the published report of the sample inventory. */
final class StartBenchmark implements Benchmark {
  private static final String NOW = "2026-11-22T10:00:00+08:00";
  private static final String EDITED = "10-key/validity.drl";

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String question() {
    return "Process start to published report of the sample inventory, offline, against a JVM that"
        + " prints a line: without anything kept, after an edit of one rule file, and as every day.";
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
    workshop.patrol(java, "--version").with("PATROL_ARCHIVE", "now").run();
    Path folder = workshop.folder("start");
    Path rules = copied(workshop.home().resolve("rules"), folder.resolve("rules"));
    Contender print =
        new Contender("a JVM that prints a line", workshop.java(java, PrintLine.class)::run);
    Command audit = audit(workshop, java, folder, workshop.home().resolve("rules"));
    Contender warm = new Contender("patrol audit --offline", audit::run);
    // A cache of its own: it keeps a few modules, and each edit makes another one.
    Command other =
        audit(workshop, java, folder, rules)
            .with("XDG_CACHE_HOME", folder.resolve("cache-of-edits").toString());
    Contender edited =
        new Contender("after an edit of a rule file", () -> edited(rules.resolve(EDITED), other));
    Command bare = audit(workshop, java, folder, workshop.home().resolve("rules"));
    Contender cold = new Contender("without archive and compiled rules", () -> cold(folder, bare));
    List<Contender> all = List.of(print, warm, edited, cold);
    Rounds rounds = Rounds.of(2, 2 * workshop.rounds(), all);
    Table table = new Table("JDK " + version, "", "CPU s", "ratio", "wall s", "ratio");
    for (Contender each : all) {
      table.row(
          each.name(),
          rounds.sample(each.name(), Measured::cpuSeconds).text(),
          rounds.ratio(each.name(), print.name(), Measured::cpuSeconds).text(),
          rounds.sample(each.name(), Measured::wallSeconds).text(),
          rounds.ratio(each.name(), print.name(), Measured::wallSeconds).text());
    }
    return table
        .remark(
            version < 25
                ? "Target of every day: 0.6 s wall and 1.0 s CPU at most."
                : "Target of every day: 0.5 s wall at most.")
        .remark("Target after an edit: 3.5 s wall at most.");
  }

  private static Command audit(Workshop workshop, Path java, Path folder, Path rules) {
    String reports = folder.resolve("reports-" + java.getFileName()).toString();
    return workshop.patrol(
        java, "audit", "--offline", "--now", NOW, "--reports", reports, "--rules", rules + "");
  }

  /** Each time with another comment, so that nothing that was compiled fits. */
  private static Measured edited(Path rule, Command audit)
      throws IOException, InterruptedException {
    String text = Files.readString(rule, StandardCharsets.UTF_8);
    Files.writeString(rule, text + "// " + System.nanoTime() + "\n", StandardCharsets.UTF_8);
    return audit.run();
  }

  private static Measured cold(Path folder, Command audit)
      throws IOException, InterruptedException {
    Path empty = Files.createTempDirectory(folder, "cache");
    return audit.with("XDG_CACHE_HOME", empty.toString()).with("PATROL_ARCHIVE", "off").run();
  }

  private static Path copied(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    return to;
  }
}
