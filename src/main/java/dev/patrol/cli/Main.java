package dev.patrol.cli;

import dev.patrol.cli.AuditCommand.FailOn;
import dev.patrol.cli.AuditCommand.Lang;
import dev.patrol.cli.AuditCommand.Resume;
import dev.patrol.model.Redaction;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The program. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    // Digits in messages and reports are the same on every machine.
    Locale.setDefault(Locale.ROOT);
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
    int code;
    try {
      CompletableFuture<Void> log = EarlyEngine.startFor(args);
      code = command(out, err, log, args).execute(args);
    } catch (Throwable e) {
      // An uncaught one would end the process with 1, which means that a finding is open.
      code = new Failures(err).explain(e).number();
    }
    out.flush();
    err.flush();
    return code;
  }

  private static CommandLine command(
      PrintWriter out, PrintWriter err, CompletableFuture<Void> log, String... args) {
    CommandLine command = PatrolCommand.line(args);
    command.setOut(out);
    command.setErr(err);
    command.registerConverter(OffsetDateTime.class, Main::instant);
    command.registerConverter(FailOn.class, text -> choice(FailOn.values(), text));
    command.registerConverter(Lang.class, text -> choice(Lang.values(), text));
    command.registerConverter(Resume.class, text -> choice(Resume.values(), text));
    command.registerConverter(Format.class, text -> choice(Format.values(), text));
    command.registerConverter(LogFormat.class, text -> choice(LogFormat.values(), text));
    command.setParameterExceptionHandler(Main::explainUsage);
    command.setExecutionExceptionHandler((e, at, parsed) -> new Failures(err).explain(e).number());
    command.setExecutionStrategy(
        parsed -> {
          GlobalOptions options = command.<PatrolCommand>getCommand().options();
          log.join();
          Logging.setUp(options.logFormat(), options.verbosity(), System.err);
          command.setColorScheme(
              CommandLine.Help.defaultColorScheme(options.color() ? Ansi.AUTO : Ansi.OFF));
          return new CommandLine.RunLast().execute(parsed);
        });
    return command;
  }

  private static OffsetDateTime instant(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "expected an instant such as 2026-11-22T10:00:00+08:00, got \"" + text + "\"");
    }
  }

  /** The value that is written like the text, in any case. */
  private static <E> E choice(E[] values, String text) {
    return Arrays.stream(values)
        .filter(value -> value.toString().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(expected(values, text)));
  }

  private static String expected(Object[] values, String text) {
    return Arrays.stream(values)
        .map(Object::toString)
        .collect(Collectors.joining(", ", "expected one of ", ", got \"" + text + "\""));
  }

  private static int explainUsage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command.getErr().println(shown(String.valueOf(e.getMessage()), args));
    command.getErr().println("Try \"" + command.getCommandSpec().qualifiedName() + " --help\".");
    return ExitCode.COULD_NOT_RUN.number();
  }

  /** The message, which may quote an argument, with each one as it may be shown. */
  private static String shown(String message, String... args) {
    String shown = message;
    for (String arg : args) {
      shown = shown.replace(arg, Redaction.url(arg));
      for (int i = arg.indexOf('='); i >= 0; i = arg.indexOf('=', i + 1)) {
        String value = arg.substring(i + 1);
        shown = shown.replace(value, Redaction.url(value));
      }
    }
    return Redaction.mask(shown);
  }
}
