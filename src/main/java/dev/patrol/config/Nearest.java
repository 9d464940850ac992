package dev.patrol.config;

import dev.patrol.model.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Nearest {
  private Nearest() {}

  /** The candidate that takes the fewest typing errors, when a third of its letters suffice. */
  public static Optional<String> to(String word, Collection<String> candidates) {
    String typed = plain(word);
    return candidates.stream()
        .filter(candidate -> slips(typed, candidate) <= limit(candidate))
        .min(
            Comparator.comparingInt((String candidate) -> slips(typed, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-').strip();
  }

  /** The typing errors, or one more than may be when they are too many. */
  private static int slips(String typed, String candidate) {
    return EditDistance.between(typed, plain(candidate), limit(candidate));
  }

  private static int limit(String candidate) {
    return Math.max(1, candidate.length() / 3);
  }
}
