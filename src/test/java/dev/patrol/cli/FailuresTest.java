package dev.patrol.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
  private static final String TOKEN = "pat_TESTONLY000000000001";

  private final StringWriter err = new StringWriter();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @AfterEach
  void restore() {
    Logging.setUp(LogFormat.TEXT, 0, System.err);
  }

  private ExitCode explain(Throwable e, int verbosity) {
    Logging.setUp(LogFormat.TEXT, verbosity, log);
    return new Failures(new PrintWriter(err)).explain(e);
  }

  static Stream<Arguments> failures() {
    Exception defect = new IllegalStateException("two\n  lines");
    return Stream.of(
        Arguments.of(new OutOfMemoryError("Java heap space"), "Out of memory: give the JVM more"),
        Arguments.of(
            new CompletionException(new OutOfMemoryError("Java heap space")), "Out of memory"),
        Arguments.of(defect, "Unexpected failure: java.lang.IllegalStateException: two lines (-v"),
        Arguments.of(
            new CompletionException(new ExecutionException(defect)),
            "Unexpected failure: java.lang.IllegalStateException: two lines (-v"),
        Arguments.of(
            new NullPointerException(), "Unexpected failure: java.lang.NullPointerException"),
        Arguments.of(
            new IllegalArgumentException(), "Unexpected failure: java.lang.IllegalArgumentExc"),
        Arguments.of(new IllegalArgumentException("run: expected a name"), "run: expected a name"),
        Arguments.of(
            new UncheckedIOException("not written: disk full", new NoSuchFileException("x")),
            "not written: disk full"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void a_failure_is_one_line_and_exit_code_2(Throwable e, String line) {
    assertThat(explain(e, 0)).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(err.toString().lines()).singleElement().asString().startsWith(line);
    assertThat(log.toString(UTF_8)).isEmpty();
  }

  static Stream<Throwable> interruptions() {
    return Stream.of(
        new CancellationException("the probe was closed"),
        new CompletionException(new CancellationException()),
        new InterruptedException());
  }

  @ParameterizedTest
  @MethodSource("interruptions")
  void an_interruption_is_no_failure(Throwable e) {
    assertThat(explain(e, 0)).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(err.toString().lines()).containsExactly("Interrupted; no report was published.");
  }

  @Test
  void who_asks_gets_the_stack_trace_and_never_a_token() {
    explain(new CompletionException(new IllegalStateException("token " + TOKEN)), 1);
    assertThat(log.toString(UTF_8))
        .contains("IllegalStateException: token pat_[REDACTED]")
        .contains("\tat dev.patrol.cli.FailuresTest.");
    assertThat(err + log.toString(UTF_8)).doesNotContain("TESTONLY");
  }
}
