package dev.patrol.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RunningTasksTest {
  private static final int TASKS = 3;
  private static final long DEADLINE_SECONDS = 20;

  private final RunningTasks tasks = new RunningTasks();
  private final AtomicInteger stopped = new AtomicInteger();

  @Test
  void all_are_told_to_stop_at_once_and_awaited() throws Exception {
    CyclicBarrier together = new CyclicBarrier(TASKS);
    for (int i = 0; i < TASKS; i++) {
      tasks.whenEnding(
          () -> {
            meet(together);
            stopped.incrementAndGet();
          });
    }
    tasks.end();
    assertThat(stopped).hasValue(TASKS);
    assertThat(tasks.begin()).isFalse();
  }

  @Test
  void one_that_cannot_be_told_keeps_nobody_from_the_others() throws Exception {
    tasks.whenEnding(
        () -> {
          throw new IllegalStateException("made up");
        });
    tasks.whenEnding(stopped::incrementAndGet);
    tasks.whenEnding(stopped::incrementAndGet).close();
    tasks.end();
    assertThat(stopped).hasValue(1);
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("the others were not told", e);
    }
  }
}
