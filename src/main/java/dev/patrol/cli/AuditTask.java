package dev.patrol.cli;

import dev.patrol.audit.AuditOutcome;
import dev.patrol.audit.AuditRequest;
import dev.patrol.audit.Auditor;
import dev.patrol.audit.InventoryBusy;
import dev.patrol.history.Store;
import dev.patrol.schedule.Shift;
import dev.patrol.schedule.Task;
import dev.patrol.schedule.Work;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Audits what a schedule says, in this process alone; what was cut short goes on where it was, and
 * what failed is tried again a few times.
 */
final class AuditTask implements Task {
  private static final Duration BUSY = Duration.ofMinutes(1);
  private static final Logger LOG = LoggerFactory.getLogger(AuditTask.class);

  private final RunDesk desk;
  private final Store store;

  AuditTask(RunDesk desk, Store store) {
    this.desk = desk;
    this.store = store;
  }

  @Override
  public void run(Work work, Shift shift) {
    try {
      audit(work, shift);
    } catch (InventoryBusy e) {
      LOG.info("schedule {}: run {} waits: {}", work.schedule(), work.run(), e.getMessage());
      shift.submit(work, desk.now().plus(BUSY));
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      Retries.submit(work, e, shift, desk.now());
      throw e;
    }
  }

  private void audit(Work work, Shift shift) {
    Instant began = desk.now();
    boolean goesOn = work.recovering() || work.kind().equals(Retries.KIND);
    LOG.info("schedule {}: run {} {}", work.schedule(), work.run(), goesOn ? "goes on" : "begins");
    RunOutcome outcome = RunOutcome.FAILED;
    desk.began(work.schedule(), work.run());
    try {
      Optional<AuditOutcome> result = audit(work, goesOn, shift);
      outcome = RunOutcome.DONE;
      // The run is over before anybody is told, so that sending does not count as its time.
      desk.done(work.schedule(), work.run(), began, result.orElse(null));
      // Also when a crash came in between: nobody is told twice.
      desk.tell(work.schedule(), work.run(), store, shift);
    } catch (CancellationException e) {
      outcome = RunOutcome.STOPPED;
      throw e;
    } catch (InventoryBusy e) {
      outcome = RunOutcome.WAITING;
      throw e;
    } finally {
      if (outcome != RunOutcome.DONE) {
        desk.ended(work.schedule(), work.run(), began, outcome, null);
      }
    }
  }

  /** Empty when a run that goes on had come to its end already. */
  private Optional<AuditOutcome> audit(Work work, boolean goesOn, Shift shift) {
    AuditRequest request = desk.request(work.schedule(), work.run());
    Auditor auditor = Auditor.prepare(request);
    LoggedProgress progress = new LoggedProgress(work.schedule(), work.run());
    Shift.Registration ending = shift.whenEnding(auditor::stop);
    try {
      return audit(auditor, request, goesOn, progress);
    } finally {
      ending.close();
    }
  }

  private Optional<AuditOutcome> audit(
      Auditor auditor, AuditRequest request, boolean goesOn, LoggedProgress progress) {
    if (!goesOn) {
      return Optional.of(auditor.run(store, progress));
    }
    return isPublished(request)
        ? auditor.resume(store, progress)
        : Optional.of(auditor.resumeOrRun(store, progress));
  }

  private static boolean isPublished(AuditRequest request) {
    Path report = request.config().reports().resolve(String.valueOf(request.run()));
    return Files.exists(report);
  }
}
