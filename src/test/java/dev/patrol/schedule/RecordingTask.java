package dev.patrol.schedule;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Notes what it is told to do, and stays at it for as long as the test wants. */
final class RecordingTask implements Task {
  private static final long DEADLINE_SECONDS = 40;

  private final BlockingQueue<Work> begun = new LinkedBlockingQueue<>();
  private final BlockingQueue<Work> done = new LinkedBlockingQueue<>();
  private final Task body;

  RecordingTask(Task body) {
    this.body = body;
  }

  RecordingTask() {
    this((work, shift) -> {});
  }

  /** Stays at its work until the latch is opened. */
  static RecordingTask heldBy(CountDownLatch latch) {
    return new RecordingTask((work, shift) -> latch.await());
  }

  @Override
  public void run(Work work, Shift shift) throws Exception {
    begun.add(work);
    body.run(work, shift);
    done.add(work);
  }

  /** The next work that was begun; fails when none is in time. */
  Work nextBegun() throws InterruptedException {
    return next(begun);
  }

  /** The next work that was done; fails when none is in time. */
  Work nextDone() throws InterruptedException {
    return next(done);
  }

  /** What was begun and not asked for yet. */
  List<Work> otherBegun() {
    return List.copyOf(begun);
  }

  private static Work next(BlockingQueue<Work> queue) throws InterruptedException {
    @Nullable Work work = queue.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
    if (work == null) {
      throw new AssertionError("nothing happened in " + DEADLINE_SECONDS + " s");
    }
    return work;
  }
}
