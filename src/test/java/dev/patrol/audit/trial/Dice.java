package dev.patrol.audit.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Choices that follow from a seed alone. */
final class Dice {
  private static final long BASE = 0x41_00_41_01L;
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(BASE + seed * STEP);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  final <T> T oneOf(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> List<T> shuffled(Iterable<T> choices) {
    List<T> shuffled = new ArrayList<>();
    choices.forEach(choice -> shuffled.add(random.nextInt(shuffled.size() + 1), choice));
    return shuffled;
  }

  /** Letters and digits that no other text of a world holds. */
  String letters(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
