package dev.patrol.rules.source;

import dev.patrol.model.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that the author of a rule probably meant. */
public final class Nearest {
  private static final int SLIGHT = 3;

  private Nearest() {}

  /**
   * The candidate with the fewest slips, when few suffice; else one that begins alike or contains
   * the word, as {@code expiresAt} for {@code expiry} and {@code ownerEmail} for {@code email}.
   */
  public static Optional<String> to(String word, Collection<String> candidates) {
    String typed = plain(word);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> close =
        candidates.stream()
            .filter(candidate -> slips(typed, candidate) <= limit(candidate))
            .min(
                Comparator.comparingInt((String candidate) -> slips(typed, candidate))
                    .thenComparing(candidate -> -sharedStart(typed, plain(candidate)))
                    .thenComparing(Comparator.naturalOrder()));
    return close.isPresent() ? close : alike(typed, candidates);
  }

  /** The end of a message that proposes the nearest name, or nothing. */
  public static String hint(String word, Collection<String> candidates) {
    return to(word, candidates).map(name -> "; did you mean \"" + name + "\"?").orElse("");
  }

  private static Optional<String> alike(String typed, Collection<String> candidates) {
    if (typed.length() <= SLIGHT) {
      return Optional.empty();
    }
    return candidates.stream()
        .filter(
            candidate ->
                plain(candidate).contains(typed)
                    || sharedStart(typed, plain(candidate))
                        >= Math.max(SLIGHT + 1, typed.length() * 2 / SLIGHT))
        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
  }

  private static int sharedStart(String a, String b) {
    int shared = 0;
    while (shared < Math.min(a.length(), b.length()) && a.charAt(shared) == b.charAt(shared)) {
      shared++;
    }
    return shared;
  }

  private static int slips(String typed, String candidate) {
    return EditDistance.between(typed, plain(candidate), limit(candidate));
  }

  private static int limit(String candidate) {
    return Math.max(1, candidate.length() / SLIGHT);
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").strip();
  }
}
