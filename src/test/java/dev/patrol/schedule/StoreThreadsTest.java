package dev.patrol.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StoreThreadsTest {
  @Test
  void an_interrupt_of_the_thread_does_not_reach_its_work() {
    CountDownLatch interrupted = new CountDownLatch(1);
    CompletableFuture<String> work = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                interrupted.await();
                Thread self = Thread.currentThread();
                work.complete(self.getName() + " " + self.isDaemon() + " " + self.isInterrupted());
              } catch (InterruptedException e) {
                work.completeExceptionally(e);
              }
            },
            "misfires");
    new StoreThreads().execute(thread);
    thread.interrupt();
    interrupted.countDown();
    assertThat(work.join()).isEqualTo("misfires true false");
  }
}
