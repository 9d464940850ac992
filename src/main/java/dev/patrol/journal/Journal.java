package dev.patrol.journal;

import java.util.Optional;

/**
 * What one run has brought back so far. Contents are JSON values without a secret, made and read by
 * whoever uses it. For use by several threads.
 */
public interface Journal extends KeptDossiers, AutoCloseable {
  /** Keeps nothing and knows nothing. */
  Journal NONE = new NoJournal();

  /** What was kept of a request of a dossier that is not finished. */
  Optional<String> reply(String token, String request);

  /**
   * Keeps what became of a dossier; it is there after the end of the process once this returns.
   *
   * @throws RuntimeException saying why it cannot be kept
   */
  void keepDossier(String token, String json);

  /**
   * Keeps what a request brought back; it is there after the end of the process once this returns.
   *
   * @throws RuntimeException saying why it cannot be kept
   */
  void keepReply(String token, String request, String json);

  /** Lets go of it; what was kept stays. */
  @Override
  void close();
}
