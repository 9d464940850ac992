package dev.patrol.journal;

import java.util.Optional;

/** The finished dossiers of one run, as JSON values without a secret. */
public interface KeptDossiers {
  /** What was kept of a token's dossier when all its requests were answered. */
  Optional<String> dossier(String token);
}
