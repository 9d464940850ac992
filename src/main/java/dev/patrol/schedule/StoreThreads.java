package dev.patrol.schedule;

import org.quartz.spi.ThreadExecutor;

/**
 * Runs the threads of Quartz' job store in place of themselves. At its end Quartz interrupts them,
 * maybe in the middle of a write, and an interrupt closes the file of an embedded database. Here it
 * meets a thread that never began; the one that works sees Quartz' flag and ends by itself.
 */
final class StoreThreads implements ThreadExecutor {
  @Override
  public void execute(Thread thread) {
    Thread stand = new Thread(thread, thread.getName());
    stand.setDaemon(true);
    stand.start();
  }

  @Override
  public void initialize() {
    // Nothing is needed.
  }
}
