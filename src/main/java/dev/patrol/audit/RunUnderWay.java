package dev.patrol.audit;

import dev.patrol.journal.FileJournal;
import dev.patrol.journal.InventoryLock;
import dev.patrol.journal.Journal;
import dev.patrol.journal.Unfinished;
import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
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
          request.offline() ? null : unfinished(request).begin(start.id(), Notebook.write(start));
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
    FileJournal newest = null;
    try {
      newest = newest(request).orElse(null);
      if (newest == null) {
        lock.close();
        return Optional.empty();
      }
      RunStart start = start(newest);
      if (!start.digest().equals(digest)) {
        throw new ProblemsException(
            Problem.in(
                "run " + start.id(),
                "cannot go on, the inventory was changed since it began; audit without --resume"));
      }
      RunInfo info = RunNames.info(request, start);
      return Optional.of(new RunUnderWay(request, lock, start, info, newest, true));
    } catch (RuntimeException e) {
      if (newest != null) {
        newest.close();
      }
      lock.close();
      throw e;
    }
  }

  /**
   * Gives up what was broken off and cannot go on, because the inventory was changed or too much
   * time has passed: answers of another day are no answers of today.
   */
  static void setAsideStale(AuditRequest request, String digest) {
    Instant oldest = request.clock().instant().minus(LONGEST_BREAK);
    // Behind the newest there may be others, which would be the newest then.
    for (FileJournal journal = newest(request).orElse(null);
        journal != null;
        journal = newest(request).orElse(null)) {
      RunStart start = start(journal);
      if (start.digest().equals(digest) && start.began().isAfter(oldest)) {
        journal.close();
        return;
      }
      LOG.warn("run {} of {} cannot go on and is set aside", start.id(), start.startedAt());
      ReportWriter.sweep(request.config().reports(), start.id());
      journal.delete();
    }
  }

  Journal journal() {
    return journal == null ? Journal.NONE : journal;
  }

  RunStart start() {
    return start;
  }

  /** Begins the report, or begins it anew. */
  ReportWriter report() {
    Path reports = request.config().reports();
    return resumed ? ReportWriter.reopen(reports, info) : ReportWriter.open(reports, info);
  }

  /** The run is published: nobody goes on with it, nor with an older one. */
  void finished() {
    for (FileJournal other : unfinished(request).openAll()) {
      RunStart old = start(other);
      if (old.inventory().equals(start.inventory()) && !old.began().isAfter(start.began())) {
        ReportWriter.sweep(request.config().reports(), old.id());
        other.delete();
      } else {
        other.close();
      }
    }
    if (journal != null) {
      journal.delete();
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

  private static Optional<FileJournal> newest(AuditRequest request) {
    List<FileJournal> mine = new ArrayList<>();
    for (FileJournal journal : unfinished(request).openAll()) {
      RunStart start = start(journal);
      boolean wanted = request.run() == null || request.run().equals(start.id());
      if (wanted && start.isReadable() && start.inventory().equals(RunNames.inventory(request))) {
        mine.add(journal);
      } else {
        journal.close();
      }
    }
    mine.sort(Comparator.comparing(journal -> start(journal).began()));
    Optional<FileJournal> newest =
        mine.isEmpty() ? Optional.empty() : Optional.of(mine.remove(mine.size() - 1));
    mine.forEach(FileJournal::close);
    return newest;
  }

  private static RunStart start(FileJournal journal) {
    return Notebook.read(journal.run(), RunStart.class);
  }

  private static InventoryLock lock(AuditRequest request) {
    Path locks = request.config().reports().resolve(STATE).resolve("locks");
    return InventoryLock.tryTake(locks, RunNames.inventory(request))
        .orElseThrow(
            () ->
                new InventoryBusy(
                    request.config().inventory().folder().toString(), "another process"));
  }

  private static Unfinished unfinished(AuditRequest request) {
    return new Unfinished(request.config().reports().resolve(STATE).resolve("unfinished"));
  }
}
