package dev.patrol.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class SharedWorkTest {
  @Test
  void each_piece_is_done_once_by_one_of_two_threads() throws IOException {
    AtomicIntegerArray times = new AtomicIntegerArray(1_000);
    Set<Thread> own = ConcurrentHashMap.newKeySet();
    Set<Thread> beside = ConcurrentHashMap.newKeySet();
    CountDownLatch both = new CountDownLatch(2);
    SharedWork.share(
        times.length(),
        piece -> {
          meet(own, both);
          times.incrementAndGet(piece);
        },
        piece -> {
          meet(beside, both);
          times.incrementAndGet(piece);
        });
    for (int piece = 0; piece < times.length(); piece++) {
      assertThat(times.get(piece)).isEqualTo(1);
    }
    assertThat(own).containsExactly(Thread.currentThread());
    assertThat(beside).hasSize(1).doesNotContain(Thread.currentThread());
  }

  /** Neither goes on before the other one has begun. */
  private static void meet(Set<Thread> threads, CountDownLatch both) {
    if (threads.add(Thread.currentThread())) {
      both.countDown();
    }
    try {
      both.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void what_fails_beside_is_thrown_to_the_caller_and_ends_the_work() {
    CountDownLatch failed = new CountDownLatch(1);
    AtomicInteger done = new AtomicInteger();
    int pieces = 1 << 30;
    assertThatThrownBy(
            () ->
                SharedWork.share(
                    pieces,
                    piece -> {
                      await(failed);
                      done.incrementAndGet();
                    },
                    piece -> {
                      failed.countDown();
                      throw new IOException("no room for piece " + piece);
                    }))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("no room for piece");
    assertThat(done.get()).isLessThan(pieces - 1);
  }

  @Test
  void nobody_is_at_work_any_more_when_the_caller_s_own_piece_fails() {
    CountDownLatch both = new CountDownLatch(2);
    AtomicInteger done = new AtomicInteger();
    assertThatThrownBy(
            () ->
                SharedWork.share(
                    2,
                    piece -> {
                      both.countDown();
                      await(both);
                      throw new IOException("full");
                    },
                    piece -> {
                      both.countDown();
                      await(both);
                      done.incrementAndGet();
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("full");
    assertThat(done.get()).isEqualTo(1);
  }

  @Test
  void an_interrupt_is_kept() throws IOException {
    Thread.currentThread().interrupt();
    try {
      SharedWork.share(2, piece -> {}, piece -> {});
    } catch (InterruptedIOException told) {
      assertThat(told).hasMessageContaining("interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
