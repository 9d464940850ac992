package dev.patrol.probe;

import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** Answers for plans that ask nothing, without a client, a worker or a connection. */
public final class OfflineProbe implements Probe {
  private final ReplyLog log;
  private final UrlReader urls = new UrlReader();

  /**
   * A probe that sends nothing.
   *
   * @param log what was answered before
   */
  public OfflineProbe(ReplyLog log) {
    this.log = log;
  }

  @Override
  public CompletableFuture<Answered> send(DossierPlan plan) {
    DossierRun run = new DossierRun(plan, log, urls);
    return run.isComplete()
        ? CompletableFuture.completedFuture(new Answered(run.probed(), run.sent(), new TreeSet<>()))
        : CompletableFuture.failedFuture(
            new IllegalStateException("a plan of an offline audit has requests"));
  }

  @Override
  public void finishCalls() {
    // Nothing is under way.
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
