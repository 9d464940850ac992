package dev.patrol.secrets;

import dev.patrol.model.Redaction;
import dev.patrol.model.Secret;

/** What became of looking up a token's value. */
public sealed interface SecretOutcome {
  /** The value was found and can stand in a header. */
  record Found(Secret secret) implements SecretOutcome {}

  /**
   * There is no usable value.
   *
   * @param reason why, without any part of the value, such as {@code environment variable X is not
   *     set}
   */
  record Missing(String reason) implements SecretOutcome {
    // A reason repeats the reference, and into a reference somebody may have pasted a token.
    public Missing {
      reason = Redaction.mask(reason);
    }
  }
}
