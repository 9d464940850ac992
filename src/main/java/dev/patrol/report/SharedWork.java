package dev.patrol.report;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/** Does numbered pieces of work on two threads: the caller's and one beside it. */
final class SharedWork {
  /** Does one piece after the other, on one thread. */
  @FunctionalInterface
  interface Hand {
    void take(int piece) throws IOException;
  }

  private final AtomicInteger next = new AtomicInteger();
  private final int pieces;

  private SharedWork(int pieces) {
    this.pieces = pieces;
  }

  /**
   * Has each piece done by one of them, and returns when neither is at work any more.
   *
   * @throws IOException of a piece that failed; no others are begun then
   */
  static void share(int pieces, Hand own, Hand beside) throws IOException {
    new SharedWork(pieces).share(own, beside);
  }

  private void share(Hand own, Hand beside) throws IOException {
    FutureTask<Integer> other = new FutureTask<>(() -> work(beside));
    Thread thread = new Thread(other, "report-pages");
    thread.setDaemon(true);
    thread.start();
    boolean interrupted;
    try {
      work(own);
    } finally {
      interrupted = await(thread);
    }
    try {
      other.get();
    } catch (ExecutionException e) {
      throw thrown(e);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while pages were written");
    }
  }

  /** Returns how many pieces it has done. */
  private int work(Hand hand) throws IOException {
    int done = 0;
    boolean failed = true;
    try {
      for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
        hand.take(piece);
        done++;
      }
      failed = false;
    } finally {
      if (failed) {
        next.set(pieces);
      }
    }
    return done;
  }

  /** Whatever happens here, what the other thread writes to must stay until it has ended. */
  private boolean await(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
        next.set(pieces);
      }
    }
  }

  private static IOException thrown(ExecutionException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof RuntimeException failed) {
      throw failed;
    }
    if (cause instanceof Error failed) {
      throw failed;
    }
    return cause instanceof IOException failed ? failed : new IOException(cause);
  }
}
