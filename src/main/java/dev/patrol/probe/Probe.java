package dev.patrol.probe;

import java.util.concurrent.CompletableFuture;

/** Sends what was planned and brings back the answers. */
public interface Probe extends AutoCloseable {
  /**
   * Sends the plan's requests and answers every endpoint, those without a request too. Failed
   * requests are answers as well; the future fails only when the probe is closed early or an answer
   * cannot be kept. Waits while too many dossiers are under way. What depends on the future runs on
   * one of the probe's threads and should be short.
   */
  CompletableFuture<Answered> send(DossierPlan plan);

  /**
   * Sends nothing more, waits until the requests under way are answered and kept, and breaks off
   * the rest as {@link #close} does. Takes no longer than one call may take. For any thread.
   */
  void finishCalls();

  /** Breaks off what is under way; its futures fail with a {@code CancellationException}. */
  @Override
  void close();
}
