package dev.patrol.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What contenders took in rounds in which each had its turn, A B A B: noise meets all alike. */
final class Rounds {
  private final Map<String, List<Measured>> turns;

  private Rounds(Map<String, List<Measured>> turns) {
    this.turns = turns;
  }

  /**
   * Lets each contender have its turn in every round.
   *
   * @param warmUps rounds before, which do not count
   */
  static Rounds of(int warmUps, int rounds, List<Contender> contenders)
      throws IOException, InterruptedException {
    Map<String, List<Measured>> turns = new LinkedHashMap<>();
    for (int round = -warmUps; round < rounds; round++) {
      for (Contender contender : contenders) {
        Measured measured = contender.turn().take();
        if (round >= 0) {
          turns.computeIfAbsent(contender.name(), name -> new ArrayList<>()).add(measured);
        }
      }
    }
    return new Rounds(turns);
  }

  /** One contender's measurements, in the order of the rounds. */
  Sample sample(String contender, ToDoubleFunction<Measured> value) {
    List<Measured> measured = turns.get(contender);
    if (measured == null) {
      throw new IllegalArgumentException("no contender " + contender);
    }
    return Sample.of(measured.stream().mapToDouble(value).toArray());
  }

  /** One contender's measurements, each divided by what another had in the same round. */
  Sample ratio(String contender, String to, ToDoubleFunction<Measured> value) {
    return sample(contender, value).dividedBy(sample(to, value));
  }
}
