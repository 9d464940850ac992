package dev.patrol.audit;

import dev.patrol.journal.FileJournal;
import dev.patrol.journal.InventoryLock;
import dev.patrol.journal.Journal;
import dev.patrol.journal.Unfinished;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.report.Directory;
import dev.patrol.report.ReportWriter;
import dev.patrol.report.RunInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of this process, from its beginning or from where an earlier process was broken off. No
 * other process audits the inventory meanwhile.
 */
final class RunUnderWay implements AutoCloseable {
  private static final String STATE = ".patrol";
  private static final Duration LONGEST_BREAK = Duration.ofHours(20);
  private static final Logger LOG = LoggerFactory.getLogger(RunUnderWay.class);

  private final AuditRequest request;
  private final InventoryLock lock;
  private final RunStart start;
  private final RunInfo info;
  private final @Nullable FileJournal journal;
  private final boolean resumed;

  private RunUnderWay(
      AuditRequest request,
      InventoryLock lock,
      RunStart start,
      RunInfo info,
      @Nullable FileJournal journal,
      boolean resumed) {
    this.request = request;
    this.lock = lock;
    this.start = start;
    this.info = info;
    this.journal = journal;
    this.resumed = resumed;
  }

  /**
   * Begins a run.
   *
   * @param digest of the inventory's contents
   * @throws InventoryBusy when another process audits the inventory
   */
  static RunUnderWay begin(AuditRequest request, String digest) {
    InventoryLock lock = lock(request);
    try {
      RunStart start =
          RunStart.of(
              RunNames.of(request),
              request.clock().instant(),
              request.config().zone(),
              RunNames.inventory(request),
              digest);
      RunInfo info = RunNames.info(request, start);
      // Without requests there is nothing that beginning anew would cost.
      FileJournal journal =
          request.offline() ? null : unfinished(request).begin(start.id(), Notes.write(start));
      return new RunUnderWay(request, lock, start, info, journal, false);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Goes on with the newest run that was broken off, or with the one that the request names.
   *
   * @param digest of the inventory's contents
   * @return nothing when no run of the inventory was broken off
   * @throws InventoryBusy when another process audits the inventory
   * @throws ProblemsException when the inventory is not the one that the run began with
   */
  static Optional<RunUnderWay> resume(AuditRequest request, String digest) {
    InventoryLock lock = lock(request);
    RunUnderWay resumed = null;
    try {
      resumed = resume(request, lock, digest);
    } finally {
      if (resumed == null) {
        lock.close();
      }
    }
    return Optional.ofNullable(resumed);
  }

  private static @Nullable RunUnderWay resume(
      AuditRequest request, InventoryLock lock, String digest) {
    List<RunStart> mine = brokenOff(request);
    mine.removeIf(start -> request.run() != null && !request.run().equals(start.id()));
    if (mine.isEmpty()) {
      return null;
    }
    RunStart start = mine.get(mine.size() - 1);
    if (!start.digest().equals(digest)) {
      throw new ProblemsException(
          Problem.in(
              "run " + start.id(),
              "cannot go on, the inventory was changed since it began; audit without --resume"));
    }
    RunInfo info = RunNames.info(request, start);
    return unfinished(request)
        .open(start.id())
        .map(journal -> new RunUnderWay(request, lock, start, info, journal, true))
        .orElse(null);
  }

  /**
   * Gives up what was broken off and cannot go on, because the inventory was changed or too much
   * time has passed: answers of another day are no answers of today.
   *
   * @throws InventoryBusy when another process audits the inventory
   */
  static void setAsideStale(AuditRequest request, String digest) {
    Instant oldest = request.clock().instant().minus(LONGEST_BREAK);
    try (InventoryLock lock = lock(request)) {
      LOG.debug("nobody else audits the inventory: {}", lock);
      for (RunStart start : brokenOff(request)) {
        if (!start.digest().equals(digest) || !start.began().isAfter(oldest)) {
          LOG.warn("run {} of {} cannot go on and is set aside", start.id(), start.startedAt());
          remove(request, start);
        }
      }
    }
  }

  Journal journal() {
    return journal == null ? Journal.NONE : journal;
  }

  RunStart start() {
    return start;
  }

  /** Begins the report, or begins it anew. */
  ReportWriter report(Directory directory) {
    Path reports = request.config().reports();
    return resumed
        ? ReportWriter.reopen(reports, info, directory)
        : ReportWriter.open(reports, info, directory);
  }

  /**
   * The run is published: nobody goes on with it, nor with an older one. A run that asked nothing
   * leaves the answers of others alone. What cannot be removed now is removed by a later run.
   */
  void finished() {
    if (journal == null) {
      return;
    }
    try {
      for (RunStart old : brokenOff(request)) {
        if (!old.key().equals(start.key()) && !old.began().isAfter(start.began())) {
          remove(request, old);
        }
      }
      journal.delete();
    } catch (RuntimeException e) {
      LOG.warn("what earlier runs left could not be removed: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    try (lock) {
      if (journal != null && journal.isEmpty()) {
        journal.delete();
      } else if (journal != null) {
        journal.close();
      }
    }
  }

  /**
   * The runs of the inventory that were broken off, oldest first; those of other versions of Patrol
   * are left alone.
   */
  private static List<RunStart> brokenOff(AuditRequest request) {
    Unfinished unfinished = unfinished(request);
    List<RunStart> mine = new ArrayList<>();
    for (String run : unfinished.runs()) {
      unfinished.peek(run).flatMap(RunStart::read).ifPresent(mine::add);
    }
    mine.removeIf(start -> !start.inventory().equals(RunNames.inventory(request)));
    mine.sort(Comparator.comparing(RunStart::began));
    return mine;
  }

  /** Unless another process is at it. */
  private static void remove(AuditRequest request, RunStart start) {
    unfinished(request)
        .open(start.id())
        .ifPresent(
            journal -> {
              ReportWriter.sweep(request.config().reports(), start.id());
              journal.delete();
            });
  }

  private static InventoryLock lock(AuditRequest request) {
    Path locks = request.config().reports().resolve(STATE).resolve("locks");
    return InventoryLock.tryTake(locks, RunNames.inventory(request))
        .orElseThrow(
            () ->
                new InventoryBusy(request.config().inventory().folder().toString(), "another run"));
  }

  private static Unfinished unfinished(AuditRequest request) {
    return new Unfinished(request.config().reports().resolve(STATE).resolve("unfinished"));
  }
}
