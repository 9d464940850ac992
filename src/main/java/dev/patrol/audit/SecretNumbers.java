package dev.patrol.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers secrets by their fingerprints, so that equal ones can be told by people and programs that
 * must not see even the fingerprints. For one thread.
 */
final class SecretNumbers {
  private final Map<String, Integer> numbers = new HashMap<>();

  /** The number of a fingerprint; nothing where there is none. */
  Optional<Integer> of(@Nullable String fingerprint) {
    return fingerprint == null
        ? Optional.empty()
        : Optional.of(numbers.computeIfAbsent(fingerprint, first -> numbers.size() + 1));
  }
}
