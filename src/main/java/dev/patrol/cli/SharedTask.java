package dev.patrol.cli;

import dev.patrol.audit.AuditOutcome;
import dev.patrol.audit.InventoryBusy;
import dev.patrol.audit.SharedAudit;
import dev.patrol.history.Store;
import dev.patrol.journal.Overtaken;
import dev.patrol.journal.SharedRuns;
import dev.patrol.journal.SharedRuns.State;
import dev.patrol.schedule.Shift;
import dev.patrol.schedule.Task;
import dev.patrol.schedule.Work;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Audits what a schedule says together with other nodes: one begins a run and hands in its parts,
 * each node works on the parts that it gets, and the last part hands in the publishing.
 */
final class SharedTask implements Task {
  private static final String PART = "part";
  private static final String PUBLISH = "publish";

  private static final Duration BUSY = Duration.ofMinutes(1);
  private static final Logger LOG = LoggerFactory.getLogger(SharedTask.class);

  private final RunDesk desk;
  private final Store store;
  private final SharedRuns runs;
  private final IntSupplier nodes;
  private @Nullable SharedAudit joined;

  /**
   * A task for one node.
   *
   * @param nodes tells how many nodes there are
   */
  SharedTask(RunDesk desk, Store store, IntSupplier nodes) {
    this.desk = desk;
    this.store = store;
    this.nodes = nodes;
    this.runs = SharedAudit.runs(store);
  }

  @Override
  public void run(Work work, Shift shift) {
    switch (work.kind()) {
      case Work.SCHEDULED, Retries.KIND -> begin(work, shift);
      case PART -> ask(work, shift);
      case PUBLISH -> publish(work, shift);
      default -> throw new IllegalArgumentException("unknown kind of work " + work);
    }
  }

  private void begin(Work work, Shift shift) {
    if (work.recovering() && !store.archive().named(work.run()).isEmpty()) {
      return;
    }
    try {
      SharedAudit audit =
          SharedAudit.begin(desk.request(work.schedule(), work.run()), runs, work.schedule());
      keep(audit);
      LOG.info(
          "schedule {}: run {} begins: {} tokens in {} parts",
          work.schedule(),
          work.run(),
          audit.tokens(),
          audit.parts());
      audit.openParts().forEach(part -> submit(work, PART, part, shift));
      if (audit.openParts().isEmpty()) {
        submit(work, PUBLISH, 0, shift);
      }
    } catch (InventoryBusy e) {
      LOG.info("schedule {}: run {} waits: {}", work.schedule(), work.run(), e.getMessage());
      shift.submit(work, desk.now().plus(BUSY));
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      desk.ended(work.schedule(), work.run(), desk.now(), RunOutcome.FAILED, null);
      Retries.submit(work, e, shift, desk.now());
      throw e;
    }
  }

  private void ask(Work work, Shift shift) {
    try {
      SharedAudit audit = join(work).orElse(null);
      if (audit == null) {
        return;
      }
      State state = ask(audit, work.part(), shift);
      LOG.info(
          "schedule {}: run {}: part {} is done, {} of {} parts are left",
          work.schedule(),
          work.run(),
          work.part(),
          audit.openParts().size(),
          audit.parts());
      if (state == State.ALL_DONE) {
        submit(work, PUBLISH, 0, shift);
      }
    } catch (Overtaken e) {
      LOG.warn("{}", e.getMessage());
    }
  }

  private State ask(SharedAudit audit, int part, Shift shift) {
    Shift.Registration ending = shift.whenEnding(audit::stop);
    try {
      return audit.ask(part, Math.max(1, nodes.getAsInt()));
    } finally {
      ending.close();
    }
  }

  /** People are told also when a crash came in between: nobody is told twice. */
  private void publish(Work work, Shift shift) {
    SharedAudit audit = join(work).orElse(null);
    if (audit == null) {
      desk.tell(work.schedule(), work.run(), store, shift);
      return;
    }
    desk.began(work.schedule(), work.run());
    LoggedProgress progress = new LoggedProgress(work.schedule(), work.run());
    AuditOutcome result = null;
    try {
      result = audit.publish(store, progress).orElse(null);
    } catch (RuntimeException e) {
      desk.ended(work.schedule(), work.run(), audit.began(), RunOutcome.FAILED, null);
      throw e;
    } finally {
      keep(null);
    }
    desk.done(work.schedule(), work.run(), audit.began(), result);
    desk.tell(work.schedule(), work.run(), store, shift);
  }

  /**
   * Hands in what is left of the runs under way, in case that it was lost: a part that failed, or
   * whose node could not say that it was done. What waits or runs is left alone. A run that does
   * not come to its end is given up.
   *
   * @param take takes work that is not there already
   */
  void handInAgain(Consumer<Work> take) {
    SharedAudit known = kept();
    SortedMap<String, String> underWay = runs.underWay();
    if (known != null && !underWay.containsKey(known.run())) {
      keep(null);
    }
    underWay.forEach((run, schedule) -> handInAgain(run, schedule, take));
  }

  private void handInAgain(String run, String schedule, Consumer<Work> take) {
    if (SharedAudit.giveUpStale(runs, run, desk.now())) {
      desk.ended(schedule, run, desk.now(), RunOutcome.FAILED, null);
      return;
    }
    List<Integer> parts = runs.open(run);
    parts.forEach(part -> take.accept(new Work(PART, schedule, run, part, true)));
    if (parts.isEmpty()) {
      take.accept(new Work(PUBLISH, schedule, run, 0, true));
    }
  }

  private void submit(Work work, String kind, int part, Shift shift) {
    shift.submit(new Work(kind, work.schedule(), work.run(), part, false), desk.now());
  }

  /** Reading the inventory and compiling the rules is done once for a run. */
  private Optional<SharedAudit> join(Work work) {
    SharedAudit known = kept();
    if (known != null && known.run().equals(work.run())) {
      return runs.header(work.run()).map(header -> known);
    }
    Optional<SharedAudit> audit =
        SharedAudit.join(desk.request(work.schedule(), work.run()), runs, work.run());
    keep(audit.orElse(null));
    return audit;
  }

  private synchronized @Nullable SharedAudit kept() {
    return joined;
  }

  private synchronized void keep(@Nullable SharedAudit audit) {
    joined = audit;
  }
}
