package dev.patrol.bench;

import dev.patrol.bench.JudgingRace.Cost;
import dev.patrol.bench.dossier.MadeDossiers;
import dev.patrol.bench.dossier.Mix;
import dev.patrol.bench.reference.ReferenceJudge;
import dev.patrol.model.Policy;
import dev.patrol.model.RuleSettings;
import dev.patrol.rules.RuleBook;
import dev.patrol.rules.RuleCache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rules and reference in turns, in a JVM of their own; writes down what each turn took. */
final class RulesRun {
  /** Judges that are asked, in the order in which their turns come. */
  static final List<String> JUDGES = List.of("plain Java", "rules");

  private static final int SEED = 5;
  private static final int WARM_UP = 200_000;

  /** Small inventories are soon done, and so many of them are one turn. */
  private static final int LEAST_TURN = 100_000;

  /** One turn of one judge: what an endpoint cost on average. */
  record Turn(String judge, int size, int round, double micros, double kilobytes, double findings) {
    String line() {
      return String.format(
          Locale.ROOT, "%s,%d,%d,%.6f,%.6f,%.6f", judge, size, round, micros, kilobytes, findings);
    }

    static Turn of(String line) {
      String[] cells = line.split(",", -1);
      return new Turn(
          cells[0],
          Integer.parseInt(cells[1]),
          Integer.parseInt(cells[2]),
          Double.parseDouble(cells[3]),
          Double.parseDouble(cells[4]),
          Double.parseDouble(cells[5]));
    }
  }

  private RulesRun() {}

  /**
   * Runs the turns.
   *
   * @param args the rules' folder, the folder of their cache, the file for the results, and for
   *     each size how many endpoints and how many rounds, such as {@code 10000x5}; a size with
   *     fewer rounds than others has the last of them
   */
  public static void main(String[] args) throws IOException {
    RuleBook book =
        RuleBook.load(
            Path.of(args[0]),
            RuleSettings.NONE,
            Locale.ENGLISH,
            RuleCache.in(Path.of(args[1])),
            false);
    ReferenceJudge plain = new ReferenceJudge(book.rules());
    JudgingRace race =
        new JudgingRace(
            new MadeDossiers(SEED, Mix.USUAL),
            List.of(
                new Judge(
                    JUDGES.get(0), batch -> plain.judge(batch, MadeDossiers.TODAY, Policy.DEFAULT)),
                new Judge(
                    JUDGES.get(1),
                    batch -> book.judge(batch, MadeDossiers.TODAY, Policy.DEFAULT))));
    race.run(0, WARM_UP, false);
    List<String> lines = new ArrayList<>();
    List<String> sizes = List.of(args).subList(3, args.length);
    int rounds = sizes.stream().mapToInt(RulesRun::rounds).max().orElse(0);
    for (int round = 0; round < rounds; round++) {
      for (String size : sizes) {
        int left = rounds - round;
        if (left <= rounds(size)) {
          int endpoints = Integer.parseInt(size.substring(0, size.indexOf('x')));
          turns(race, endpoints, round, left == rounds(size)).forEach(t -> lines.add(t.line()));
        }
      }
    }
    Files.write(Path.of(args[2]), lines, StandardCharsets.UTF_8);
  }

  private static int rounds(String size) {
    return Integer.parseInt(size.substring(size.indexOf('x') + 1));
  }

  private static List<Turn> turns(JudgingRace race, int size, int round, boolean compared) {
    List<Cost> costs = List.of(Cost.NOTHING, Cost.NOTHING);
    for (int done = 0; done < Math.max(size, LEAST_TURN); done += size) {
      List<Cost> more = race.run(done, size, compared);
      costs = List.of(costs.get(0).plus(more.get(0)), costs.get(1).plus(more.get(1)));
    }
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < costs.size(); i++) {
      Cost cost = costs.get(i);
      double endpoints = cost.endpoints();
      turns.add(
          new Turn(
              JUDGES.get(i),
              size,
              round,
              cost.cpuSeconds() / endpoints * 1e6,
              cost.bytes() / endpoints / 1000,
              cost.findings() / endpoints));
    }
    return turns;
  }
}
