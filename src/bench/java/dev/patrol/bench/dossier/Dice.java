package dev.patrol.bench.dossier;

import java.util.List;
import java.util.SplittableRandom;

/** Chances that are the same for the same seed. */
final class Dice {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;

  Dice(long seed, long number) {
    random = new SplittableRandom(seed * SPREAD + number);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** A number from the least to the most, both included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  <T> T oneOf(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }
}
