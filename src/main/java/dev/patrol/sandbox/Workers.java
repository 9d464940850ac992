package dev.patrol.sandbox;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads for calls: virtual ones where the running JDK has them, else a fixed number. */
final class Workers {
  private static final int PLATFORM_THREADS = 256;

  private Workers() {}

  static ExecutorService start() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) {
      return Executors.newFixedThreadPool(
          PLATFORM_THREADS,
          task -> {
            Thread thread = new Thread(task, "sandbox");
            thread.setDaemon(true);
            return thread;
          });
    }
  }
}
