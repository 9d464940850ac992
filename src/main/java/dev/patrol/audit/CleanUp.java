package dev.patrol.audit;

import dev.patrol.report.ReportWriter;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Removes a report that is under way when the process is asked to stop. */
final class CleanUp implements AutoCloseable {
  private final Thread hook = new Thread(this::stop, "clean up");
  private @Nullable ReportWriter report;
  private boolean stopped;

  /** Waits for the process to be asked; it may have been already. */
  CleanUp() {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException alreadyStopping) {
      stopped = true;
    }
  }

  /**
   * Begins the report; the process cannot end between its first file and its clean-up.
   *
   * @throws CancellationException when the process has been asked to stop
   */
  synchronized ReportWriter begin(Supplier<ReportWriter> open) {
    if (stopped) {
      throw new CancellationException("the process is ending");
    }
    ReportWriter begun = open.get();
    report = begun;
    return begun;
  }

  /** Whether the process has been asked to stop. */
  synchronized boolean stopped() {
    return stopped;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The hook is running, and finds nothing to remove once the report is closed or published.
    }
  }

  private synchronized void stop() {
    stopped = true;
    if (report != null) {
      report.close();
    }
  }
}
