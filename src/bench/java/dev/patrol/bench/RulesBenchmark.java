package dev.patrol.bench;

import dev.patrol.bench.JudgingRace.Cost;
import dev.patrol.bench.dossier.MadeDossiers;
import dev.patrol.bench.dossier.Mix;
import dev.patrol.model.Policy;
import dev.patrol.model.RuleSettings;
import dev.patrol.rules.RuleBook;
import dev.patrol.rules.RuleCache;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What it costs to ask all rules about each endpoint, and whether that grows with their number. */
final class RulesBenchmark implements Benchmark {
  private static final int SEED = 5;
  private static final int LEAST = 10_000;
  private static final int MOST = 1_000_000;
  private static final int WARM_UP = 200_000;

  /** How often an inventory of a size is judged in one round: small ones are soon done. */
  private static final Map<Integer, Integer> TURNS =
      new TreeMap<>(Map.of(LEAST, 10, 100_000, 1, MOST, 1));

  private static final int MOST_ROUNDS = 2;

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public String question() {
    return "CPU per endpoint of asking all shipped rules about dossiers with about seven endpoints"
        + " and their answers, in batches of 32, on one thread; reading and asking not counted.";
  }

  @Override
  public List<Table> run(Workshop workshop) throws IOException {
    RuleBook book =
        RuleBook.load(
            workshop.home().resolve("rules"),
            RuleSettings.NONE,
            Locale.ENGLISH,
            RuleCache.in(workshop.folder("rules").resolve("cache")),
            false);
    List<Judge> judges =
        List.of(new Judge("rules", batch -> book.judge(batch, MadeDossiers.TODAY, Policy.DEFAULT)));
    JudgingRace race = new JudgingRace(new MadeDossiers(SEED, Mix.USUAL), judges);
    race.run(0, WARM_UP);
    Table table =
        new Table(
            "All shipped rules", "endpoints", "µs CPU", "kB allocated", "findings per endpoint");
    Map<Integer, List<Cost>> bySize = rounds(race, workshop.rounds());
    bySize.forEach(
        (size, costs) ->
            table.row(
                String.format(Locale.ROOT, "%,d", size),
                sample(costs, Cost::micros).text(),
                sample(costs, cost -> cost.bytes() / cost.endpoints() / 1000).text(),
                Sample.number((double) costs.get(0).findings() / costs.get(0).endpoints())));
    double growth = micros(bySize, MOST) / micros(bySize, LEAST);
    double exponent = 1 + Math.log(growth) / Math.log((double) MOST / LEAST);
    table.remark("CPU grows with the endpoints to the power of " + Sample.number(exponent) + ".");
    return List.of(table);
  }

  /** Sizes take turns as well, since code still becomes faster for a while. */
  private static Map<Integer, List<Cost>> rounds(JudgingRace race, int rounds) {
    Map<Integer, List<Cost>> bySize = new TreeMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<Integer, Integer> size : TURNS.entrySet()) {
        if (size.getKey() < MOST || round < MOST_ROUNDS) {
          Cost total = new Cost(0, 0, 0, 0);
          for (int turn = 0; turn < size.getValue(); turn++) {
            total = total.plus(race.run((long) turn * LEAST, size.getKey()).get(0));
          }
          bySize.computeIfAbsent(size.getKey(), s -> new ArrayList<>()).add(total);
        }
      }
    }
    return bySize;
  }

  private static double micros(Map<Integer, List<Cost>> bySize, int size) {
    return sample(bySize.getOrDefault(size, List.of()), Cost::micros).median();
  }

  private static Sample sample(List<Cost> costs, ToDoubleFunction<Cost> value) {
    return Sample.of(costs.stream().mapToDouble(value).toArray());
  }
}
