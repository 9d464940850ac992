package dev.patrol.cli;

import dev.patrol.schedule.Shift;
import dev.patrol.schedule.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A shift without an end, which keeps what is handed in. */
class RecordedShift implements Shift {
  private final Instant now;
  private final List<Submitted> submitted = new ArrayList<>();

  /**
   * What was handed in.
   *
   * @param pause from now until it may begin
   */
  record Submitted(Work work, Duration pause) {}

  RecordedShift(Instant now) {
    this.now = now;
  }

  List<Submitted> submitted() {
    return List.copyOf(submitted);
  }

  /** Takes the work that may begin at once. */
  List<Work> takeAll() {
    List<Work> work =
        submitted.stream().filter(each -> each.pause().isZero()).map(Submitted::work).toList();
    submitted.removeIf(each -> each.pause().isZero());
    return work;
  }

  @Override
  public Registration whenEnding(Runnable action) {
    return () -> {};
  }

  @Override
  public boolean submit(Work work, Instant notBefore) {
    return submitted.add(new Submitted(work, Duration.between(now, notBefore)));
  }
}
