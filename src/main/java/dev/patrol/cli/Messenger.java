package dev.patrol.cli;

import dev.patrol.audit.AuditRequest;
import dev.patrol.audit.Telling;
import dev.patrol.history.Store;
import dev.patrol.model.Redaction;
import dev.patrol.notify.outbox.Dispatch;
import dev.patrol.report.published.PublishedRun;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people of a run after its audit; whatever goes wrong with that, the audit is done. */
final class Messenger {
  private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);

  /** What is not sent by then waits for the next audit, as the next task waits for this one. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private Messenger() {}

  /**
   * Tells of a run, where the settings want that; never of one that asked nothing or the stand-in,
   * and never of one at a time that was made up.
   *
   * @param clock real time
   * @param run the run's name; nothing is told when it has no report
   * @param ending is handed what lets the sending come to an early end
   * @return in words what came of it; nothing when nothing was to be told
   */
  static Optional<String> tell(
      AuditRequest request, Store store, Clock clock, String run, Consumer<Runnable> ending) {
    boolean trial = request.offline() || request.sandbox() || request.isTimeFixed();
    if (trial || !request.config().notices().anyChannel()) {
      return Optional.empty();
    }
    Path reports = request.config().reports();
    try {
      Telling telling = new Telling(request.config(), request.environment(), clock, store);
      return Optional.of(words(telling.tell(PublishedRun.open(reports, run), LONGEST, ending)));
    } catch (InterruptedException | CancellationException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted; the next audit, or patrol notify, goes on");
    } catch (RuntimeException e) {
      LOG.warn("run {}: nobody could be told: {}", run, Redaction.mask(String.valueOf(e)));
      LOG.debug("nobody could be told", e);
      return Optional.of("failed; the next audit, or patrol notify " + run + ", tries again");
    }
  }

  /** What came of it. */
  static String words(Telling.Told told) {
    Dispatch dispatch = told.dispatch();
    String counts =
        String.format(
            Locale.ROOT,
            "%d sent, %d refused, %d unsure, %d left",
            dispatch.sent(),
            dispatch.refused(),
            dispatch.unsure(),
            dispatch.left());
    return told.outcome().heldBack()
        ? counts + "; owners are not told, as too many tokens flipped at once"
        : counts;
  }
}
