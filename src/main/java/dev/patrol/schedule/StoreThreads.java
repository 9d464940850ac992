package dev.patrol.schedule;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.quartz.spi.ThreadExecutor;

/**
 * Runs the threads of Quartz in place of themselves. At its end Quartz interrupts them, maybe in
 * the middle of a write, and an interrupt closes the file of an embedded database. Here it meets a
 * thread that never began; the one that works sees Quartz' flag and ends by itself.
 */
final class StoreThreads implements ThreadExecutor {
  private final List<Thread> begun = new CopyOnWriteArrayList<>();

  @Override
  public void execute(Thread thread) {
    Thread stand = new Thread(thread, thread.getName());
    stand.setDaemon(true);
    begun.add(stand);
    stand.start();
  }

  @Override
  public void initialize() {
    // Nothing is needed.
  }

  /** Waits until all of them have ended, which Quartz can no longer do by itself. */
  void join() throws InterruptedException {
    for (Thread thread : begun) {
      thread.join();
    }
  }
}
