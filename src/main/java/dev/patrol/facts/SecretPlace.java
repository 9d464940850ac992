package dev.patrol.facts;

import dev.patrol.model.Redaction;
import dev.patrol.model.Scope;
import dev.patrol.model.SecretReference;

/** Takes secrets out of the parts of a token's row that are no plain text. */
final class SecretPlace {
  private SecretPlace() {}

  /** What stands behind a source of the team's own may be anything. */
  static SecretReference of(SecretReference reference) {
    boolean name = reference.source().equals("env") || reference.source().equals("file");
    return new SecretReference(
        Masked.name(reference.source()), name ? Masked.name(reference.key()) : Redaction.MARK);
  }

  static Scope masked(Scope scope) {
    return scope.items().isEmpty() ? scope : Scope.of(Masked.names(scope.items()));
  }
}
