package dev.patrol.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedWorkTest {
  @Test
  void all_is_done_in_its_order_by_one_other_thread() throws IOException {
    List<Integer> done = new ArrayList<>();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (OrderedWork work = new OrderedWork("work")) {
      for (int i = 0; i < 1_000; i++) {
        int number = i;
        work.add(
            () -> {
              done.add(number);
              threads.add(Thread.currentThread());
            });
      }
      work.finish();
      assertThat(done).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
      assertThat(threads).hasSize(1).doesNotContain(Thread.currentThread());
    }
  }

  @Test
  void what_failed_is_thrown_once_it_is_known_and_nothing_more_is_done() {
    AtomicBoolean later = new AtomicBoolean();
    try (OrderedWork work = new OrderedWork("work")) {
      assertThatThrownBy(
              () -> {
                work.add(
                    () -> {
                      throw new IOException("no space left");
                    });
                work.add(() -> later.set(true));
                work.finish();
              })
          .isInstanceOf(IOException.class)
          .hasMessage("no space left");
      assertThatThrownBy(() -> work.add(() -> later.set(true))).hasMessage("no space left");
      assertThatThrownBy(work::finish).hasMessage("no space left");
    }
    assertThat(later).isFalse();
  }

  @Test
  void what_no_file_can_throw_is_thrown_as_it_was() throws IOException {
    try (OrderedWork work = new OrderedWork("work")) {
      work.add(
          () -> {
            throw new IllegalStateException("a fault of the program");
          });
      assertThatThrownBy(work::finish)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("a fault of the program");
    }
  }

  @Test
  void who_hands_in_far_ahead_waits_and_can_be_interrupted() throws IOException {
    Thread caller = Thread.currentThread();
    AtomicInteger handedIn = new AtomicInteger();
    try (OrderedWork work = new OrderedWork("work")) {
      work.add(() -> interruptWaiting(caller));
      assertThatThrownBy(
              () -> {
                while (true) {
                  work.add(() -> {});
                  handedIn.incrementAndGet();
                }
              })
          .isInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(handedIn).hasValue(63);
  }

  private static void interruptWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    thread.interrupt();
    await(new CountDownLatch(1));
  }

  @Test
  void closing_drops_what_has_not_begun_and_waits_for_what_has() throws IOException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    AtomicBoolean dropped = new AtomicBoolean(true);
    OrderedWork work = new OrderedWork("work");
    work.add(
        () -> {
          begun.countDown();
          await(new CountDownLatch(1));
          ended.set(true);
        });
    work.add(() -> dropped.set(false));
    await(begun);
    work.close();
    assertThat(ended).isTrue();
    assertThat(dropped).isTrue();
  }

  /** Returns when it comes to that, or when the thread is interrupted. */
  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
