package dev.patrol.bench;

import dev.patrol.bench.RulesRun.Turn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What it costs to ask all rules about each endpoint, and whether that grows with their number. */
final class RulesBenchmark implements Benchmark {
  private static final int LEAST = 10_000;
  private static final int MIDDLE = 100_000;
  private static final int MOST = 1_000_000;
  private static final int MOST_ROUNDS = 2;
  private static final String HEAP = "-Xmx4g";
  private static final String PLAIN = RulesRun.JUDGES.get(0);
  private static final String RULES = RulesRun.JUDGES.get(1);

  private static final List<String> LAUNCHER =
      Stream.concat(Stream.of(HEAP), Options.COMMAND.stream()).toList();

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public String question() {
    return "CPU per endpoint of asking all shipped rules about dossiers, against plain Java that makes"
        + " the same checks and the same judgements of them.";
  }

  @Override
  public List<Table> run(Workshop workshop) throws IOException, InterruptedException {
    List<Table> tables = new ArrayList<>();
    int rounds = workshop.rounds();
    for (Map.Entry<Integer, Path> java : workshop.javas().entrySet()) {
      boolean first = java.getKey() == Runtime.version().feature();
      List<String> all =
          List.of(
              LEAST + "x" + rounds,
              MIDDLE + "x" + rounds,
              MOST + "x" + Math.min(MOST_ROUNDS, rounds));
      List<String> one = List.of(MIDDLE + "x" + Math.min(rounds, 3));
      String jdk = "JDK " + java.getKey();
      List<Turn> turns = turns(workshop, java.getValue(), List.of(HEAP), first ? all : one);
      Table table = table(jdk + ", both compilers, G1", turns);
      if (first) {
        table.remark(grown(turns, PLAIN)).remark(grown(turns, RULES));
        table.remark(
            "Dossiers of about seven endpoints with their answers, four of five healthy; batches of"
                + " 32, one thread. Making them is not counted, the collector and the compilers are.");
        table.remark(
            "The judgements are compared, findings, diagnoses, state and needs. Plain Java does"
                + " not note which rules fired; the last rounds, over the whole inventory and its"
                + " waivers, are measured of neither.");
      }
      tables.add(table);
      tables.add(
          table(
              jdk + ", first compiler alone, serial collector, as the launcher starts it",
              turns(workshop, java.getValue(), LAUNCHER, one)));
    }
    return tables;
  }

  private static List<Turn> turns(
      Workshop workshop, Path java, List<String> options, List<String> sizes)
      throws IOException, InterruptedException {
    Path folder = workshop.folder("rules");
    Path results = folder.resolve("turns.csv");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                workshop.home().resolve("rules").toString(),
                folder.resolve("cache").toString(),
                results.toString()));
    arguments.addAll(sizes);
    workshop.program(java, RulesRun.class, options, arguments).run();
    return Files.readAllLines(results, StandardCharsets.UTF_8).stream().map(Turn::of).toList();
  }

  private static Table table(String title, List<Turn> turns) {
    Table table =
        new Table(title, "endpoints", "µs CPU each", "ratio", "kB allocated each", "findings each");
    for (int size : turns.stream().mapToInt(Turn::size).distinct().sorted().toArray()) {
      Sample plain = sample(turns, PLAIN, size, Turn::micros);
      for (String judge : RulesRun.JUDGES) {
        Sample micros = sample(turns, judge, size, Turn::micros);
        table.row(
            String.format(Locale.ROOT, "%,d, %s", size, judge),
            micros.text(),
            micros.dividedBy(plain).text(),
            Sample.number(sample(turns, judge, size, Turn::kilobytes).median()),
            Sample.number(sample(turns, judge, size, Turn::findings).median()));
      }
    }
    return table;
  }

  /** By the rounds in which both sizes had their turns: code still becomes faster for a while. */
  private static String grown(List<Turn> turns, String judge) {
    Sample most = sample(turns, judge, MOST, Turn::micros);
    List<Double> least = sample(turns, judge, LEAST, Turn::micros).values();
    List<Double> paired = least.subList(least.size() - most.values().size(), least.size());
    Sample exponent =
        most.dividedBy(new Sample(paired))
            .map(ratio -> 1 + Math.log(ratio) / Math.log((double) MOST / LEAST));
    return "From %,d to %,d endpoints the CPU of %s grows with their number to the power of %s."
        .formatted(LEAST, MOST, judge, exponent.text());
  }

  private static Sample sample(
      List<Turn> turns, String judge, int size, ToDoubleFunction<Turn> value) {
    return Sample.of(
        turns.stream()
            .filter(turn -> turn.judge().equals(judge) && turn.size() == size)
            .mapToDouble(value)
            .toArray());
  }
}
