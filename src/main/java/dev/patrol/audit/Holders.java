package dev.patrol.audit;

import dev.patrol.model.SharedSecret;
import dev.patrol.model.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers which tokens hold which secret, by the secret's fingerprint. */
final class Holders {
  private final Map<String, List<Token>> byFingerprint = new LinkedHashMap<>();

  void add(Recorded recorded) {
    if (recorded.fingerprint() != null) {
      byFingerprint
          .computeIfAbsent(recorded.fingerprint(), key -> new ArrayList<>(1))
          .add(recorded.probed().dossier().token());
    }
  }

  /** Secrets under several token ids, in the inventory's order. */
  List<SharedSecret> shared() {
    return byFingerprint.values().stream()
        .filter(tokens -> tokens.size() > 1)
        .map(SharedSecret::new)
        .toList();
  }
}
