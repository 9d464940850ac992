package dev.patrol.cli;

import dev.patrol.audit.InventoryBusy;
import dev.patrol.history.StoreUnavailable;
import dev.patrol.model.Redaction;
import dev.patrol.problem.ProblemsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says why a command failed: never as a finding, and without a stack trace unless asked for. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final PrintWriter err;

  Failures(PrintWriter err) {
    this.err = err;
  }

  /**
   * Prints what went wrong, masked; the stack trace is logged for those who ask with {@code -v}.
   *
   * @return what the process ends with
   */
  ExitCode explain(Throwable thrown) {
    Throwable e = unwrapped(thrown);
    if (e instanceof CancellationException || e instanceof InterruptedException) {
      err.println("Interrupted; no report was published.");
      LOG.debug("interrupted", thrown);
      return ExitCode.INTERRUPTED;
    }
    if (e instanceof ProblemsException problems) {
      problems.problems().forEach(err::println);
    } else {
      err.println(Redaction.mask(line(e)));
      LOG.debug("could not run", thrown);
    }
    return ExitCode.COULD_NOT_RUN;
  }

  /** What failed on another thread comes wrapped, sometimes more than once. */
  private static Throwable unwrapped(Throwable thrown) {
    Throwable e = thrown;
    while ((e instanceof CompletionException || e instanceof ExecutionException)
        && e.getCause() != null) {
      e = e.getCause();
    }
    return e;
  }

  private static String line(Throwable e) {
    if (e instanceof OutOfMemoryError) {
      return "Out of memory: give the JVM more, such as PATROL_JAVA_OPTS=-Xmx1g.";
    }
    boolean expected =
        e instanceof InventoryBusy
            || e instanceof StoreUnavailable
            || e instanceof IllegalArgumentException
            || e instanceof UncheckedIOException
            || e instanceof IOException;
    String text = expected && e.getMessage() != null ? e.getMessage() : "Unexpected failure: " + e;
    String hint = expected ? "" : " (-v shows where)";
    return text.strip().replaceAll("\\s*\\R\\s*", " ") + hint;
  }
}
