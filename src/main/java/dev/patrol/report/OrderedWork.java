package dev.patrol.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Does work in its order on a thread of its own, behind the one thread that hands it in. After work
 * that failed nothing more is done.
 */
final class OrderedWork implements Closeable {
  /** Keeps little waiting, and whoever hands in from waiting each time. */
  private static final int BEHIND = 64;

  /** What may fail as files do. */
  @FunctionalInterface
  interface Piece {
    void run() throws IOException;
  }

  private final ExecutorService thread;
  private final Semaphore room = new Semaphore(BEHIND);
  private volatile @Nullable Throwable failure;

  OrderedWork(String name) {
    thread =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread own = new Thread(work, name);
              own.setDaemon(true);
              return own;
            });
  }

  /**
   * Hands in the next piece of work; waits while too much is behind.
   *
   * @throws IOException of an earlier piece
   */
  void add(Piece piece) throws IOException {
    await(1);
    thread.execute(() -> run(piece));
  }

  /**
   * Waits until all is done.
   *
   * @throws IOException of a piece that failed
   */
  void finish() throws IOException {
    await(BEHIND);
    room.release(BEHIND);
  }

  private void await(int permits) throws IOException {
    try {
      room.acquire(permits);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the report was written");
    }
    if (failure != null) {
      room.release(permits);
      throw thrown(failure);
    }
  }

  private void run(Piece piece) {
    try {
      if (failure == null) {
        piece.run();
      }
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    } finally {
      room.release();
    }
  }

  private static IOException thrown(Throwable failure) {
    if (failure instanceof RuntimeException failed) {
      throw failed;
    }
    if (failure instanceof Error failed) {
      throw failed;
    }
    return (IOException) failure;
  }

  /** Lets what is under way end, and drops the rest: nobody is at work any more afterwards. */
  @Override
  public void close() {
    thread.shutdownNow();
    boolean interrupted = false;
    while (true) {
      try {
        if (thread.awaitTermination(1, TimeUnit.HOURS)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
