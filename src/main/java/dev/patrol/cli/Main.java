package dev.patrol.cli;

import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.rules.RuleFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The program. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, args));
  }

  /**
   * Runs a command.
   *
   * @param out takes what was asked for
   * @param err takes what went wrong, and progress
   * @return the exit code, as in {@link ExitCode}
   */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine command = new CommandLine(new PatrolCommand());
    command.setOut(out);
    command.setErr(err);
    command.registerConverter(OffsetDateTime.class, Main::instant);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setParameterExceptionHandler(Main::explainUsage);
    command.setExecutionExceptionHandler((e, at, parsed) -> explain(e, at));
    command.setExecutionStrategy(
        parsed -> {
          GlobalOptions options = command.<PatrolCommand>getCommand().options();
          Logging.setUp(options.logFormat(), options.verbosity(), System.err);
          command.setColorScheme(
              CommandLine.Help.defaultColorScheme(options.color() ? Ansi.AUTO : Ansi.OFF));
          return new CommandLine.RunLast().execute(parsed);
        });
    int code = command.execute(args);
    out.flush();
    err.flush();
    return code;
  }

  private static OffsetDateTime instant(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "expected an instant such as 2026-11-22T10:00:00+08:00, got \"" + text + "\"");
    }
  }

  private static int explainUsage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command.getErr().println(e.getMessage());
    command.getErr().println("Try \"" + command.getCommandSpec().qualifiedName() + " --help\".");
    return ExitCode.COULD_NOT_RUN.number();
  }

  private static int explain(Exception e, CommandLine command) throws Exception {
    PrintWriter err = command.getErr();
    if (e instanceof ProblemsException problems) {
      for (Problem problem : problems.problems()) {
        err.println(problem);
      }
    } else if (e instanceof RuleFailure || e instanceof IllegalArgumentException) {
      err.println(e.getMessage());
    } else if (e instanceof UncheckedIOException || e instanceof IOException) {
      err.println(e.getMessage());
    } else {
      throw e;
    }
    return ExitCode.COULD_NOT_RUN.number();
  }
}
