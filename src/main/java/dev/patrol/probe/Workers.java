package dev.patrol.probe;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads to send requests on. */
final class Workers {
  private Workers() {}

  /**
   * Virtual threads where the running Java has them, at half the cost of a call over HTTP/2; else a
   * fixed pool. Both let the JVM exit.
   */
  static ExecutorService start(int count) {
    return virtual().orElseGet(() -> platform(count));
  }

  private static Optional<ExecutorService> virtual() {
    try {
      MethodHandle factory =
          MethodHandles.publicLookup()
              .findStatic(
                  Executors.class,
                  "newVirtualThreadPerTaskExecutor",
                  MethodType.methodType(ExecutorService.class));
      return Optional.of((ExecutorService) factory.invoke());
    } catch (NoSuchMethodException | IllegalAccessException | UnsupportedOperationException e) {
      return Optional.empty();
    } catch (Throwable e) {
      throw new IllegalStateException("virtual threads cannot be started", e);
    }
  }

  private static ExecutorService platform(int count) {
    AtomicInteger number = new AtomicInteger();
    return Executors.newFixedThreadPool(
        count,
        task -> {
          Thread thread = new Thread(task, "probe-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }
}
