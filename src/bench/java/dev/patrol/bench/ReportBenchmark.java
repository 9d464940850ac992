package dev.patrol.bench;

import dev.patrol.report.browser.PageTimes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All reports of a large inventory: how long they take to write, how large they are, how quick. */
final class ReportBenchmark implements Benchmark {
  private static final int ENDPOINTS = 50_000;

  @Override
  public String name() {
    return "report";
  }

  @Override
  public String question() {
    return "All reports for 50,000 endpoints, published and made to last, against a plain loop that"
        + " concatenates the rows of three tables; what the judgements cost is not counted. Cold is"
        + " the first time in a fresh JVM as the launcher starts it, which is what an audit pays."
        + " Then the pages in Chromium.";
  }

  @Override
  public List<Table> run(Workshop workshop) throws IOException, InterruptedException {
    Path folder = workshop.folder("report");
    Path audited = audited(workshop, folder);
    List<Table> tables = new ArrayList<>();
    Path written = folder.resolve("written");
    for (Map.Entry<Integer, Path> java : workshop.javas().entrySet()) {
      tables.add(times(java.getKey(), java.getValue(), audited, written, workshop.rounds()));
    }
    Path report = written.resolve("latest").toRealPath();
    tables.add(ReportSizes.of(report));
    tables.add(pages(report, workshop.rounds()));
    Folders.deleteAside(written);
    return tables;
  }

  /** The published report of an audit that asked nothing; made once. */
  private static Path audited(Workshop workshop, Path folder)
      throws IOException, InterruptedException {
    Path inventory = folder.resolve("inventory");
    InventoryFiles.ofEndpoints(ENDPOINTS).write(inventory, i -> "");
    Path reports = folder.resolve("audited");
    Path java = Path.of(System.getProperty("java.home"));
    workshop
        .patrol(
            java,
            "audit",
            "--offline",
            "--now",
            "2026-11-22T10:00:00+08:00",
            "--inventory",
            inventory + "",
            "--reports",
            reports + "")
        .ending(0, 1)
        .run();
    return reports.resolve("latest").toRealPath();
  }

  private static Table times(int version, Path java, Path audited, Path written, int rounds)
      throws IOException, InterruptedException {
    Map<String, List<double[]>> turns = new TreeMap<>();
    for (int round = 0; round < rounds; round++) {
      for (String line : turns(java, audited, written)) {
        String[] parts = line.split(" ", 3);
        turns
            .computeIfAbsent(parts[0], fresh -> new ArrayList<>())
            .add(new double[] {Double.parseDouble(parts[1]), Double.parseDouble(parts[2])});
      }
    }
    Table table = new Table("Written on JDK " + version, "", "CPU s", "ratio", "wall s", "ratio");
    for (String kind : List.of("cold", "warm")) {
      for (String name : List.of("plain-", "reports-")) {
        Sample cpu = sample(turns, name + kind, 0);
        Sample wall = sample(turns, name + kind, 1);
        table.row(
            (name.equals("plain-") ? "three plain tables, " : "all reports, ") + kind,
            cpu.text(),
            cpu.dividedBy(sample(turns, "plain-" + kind, 0)).text(),
            wall.text(),
            wall.dividedBy(sample(turns, "plain-" + kind, 1)).text());
      }
    }
    double cold = sample(turns, "reports-cold", 0).median();
    return table.remark(
        "Target: all reports in at most 3 s of CPU, cold; "
            + (cold <= 3 ? "met." : "missed by " + Sample.number(cold - 3) + " s."));
  }

  private static Sample sample(Map<String, List<double[]>> turns, String name, int column) {
    return Sample.of(
        turns.getOrDefault(name, List.of()).stream().mapToDouble(turn -> turn[column]).toArray());
  }

  /** With the options of the launcher. */
  private static List<String> turns(Path java, Path audited, Path written)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(java.resolve("bin/java").toString()));
    words.addAll(Options.COMMAND);
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.addAll(List.of(ReportTurns.class.getName(), audited + "", written + "", "3"));
    Process process =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("the reports were not written: " + said);
    }
    return said.lines().toList();
  }

  private static Table pages(Path report, int rounds) throws IOException {
    Path owner = biggestPage(report.resolve("owners"));
    Table table = new Table("In Chromium, ms", "", "load", "ready", "sort", "search");
    try (PageTimes times = PageTimes.start()) {
      for (Path page : List.of(report.resolve("index.html"), owner)) {
        for (int round = 0; round <= rounds; round++) {
          times.take(page, "bots?workspace");
          if (round == 0) {
            times.taken();
          }
        }
        Map<String, List<Double>> taken = times.taken();
        table.row(
            page.equals(owner) ? "the largest owner's page" : "index.html",
            text(taken, "load"),
            text(taken, "ready"),
            text(taken, "sort"),
            text(taken, "search"));
      }
    }
    return table;
  }

  private static String text(Map<String, List<Double>> taken, String what) {
    return new Sample(taken.getOrDefault(what, List.of())).text();
  }

  private static Path biggestPage(Path owners) throws IOException {
    try (Stream<Path> paths = Files.list(owners)) {
      List<Path> pages = paths.filter(path -> path.toString().endsWith(".html")).toList();
      Path biggest = pages.get(0);
      for (Path page : pages) {
        biggest = Files.size(page) > Files.size(biggest) ? page : biggest;
      }
      return biggest;
    }
  }
}
