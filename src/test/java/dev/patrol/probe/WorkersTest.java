package dev.patrol.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;

/** Which threads send requests. */
class WorkersTest {
  private static final int COUNT = 3;
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  @Test
  void they_are_virtual_where_java_has_that_and_else_of_a_fixed_pool() throws Exception {
    Set<String> threads = ConcurrentHashMap.newKeySet();
    CountDownLatch together = new CountDownLatch(COUNT);
    ExecutorService workers = Workers.start(COUNT);
    for (int i = 0; i < COUNT; i++) {
      workers.execute(
          () -> {
            threads.add(Thread.currentThread().toString());
            together.countDown();
            await(together);
          });
    }
    together.await();
    workers.shutdown();
    boolean virtual = Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS;
    assertThat(threads)
        .hasSize(COUNT)
        .allSatisfy(
            thread -> assertThat(thread).startsWith(virtual ? "VirtualThread[" : "Thread[probe-"));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
