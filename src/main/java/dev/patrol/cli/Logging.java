package dev.patrol.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets up logging, to the standard error stream alone: reports and tables own the standard output.
 * Found by logback as a service, so that the very first line is masked as well.
 */
public final class Logging extends ContextAwareBase implements Configurator {
  /** A stream that outlives the appenders, which close theirs. */
  private static final class Unclosable extends FilterOutputStream {
    Unclosable(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    install(context, LogFormat.TEXT, 0, System.err);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /**
   * Replaces the set-up, and takes in what the JDK would print by itself: its own log, and what no
   * code caught.
   *
   * @param verbosity how often {@code -v} was given: 0 shows INFO of this product, 1 DEBUG, 2 or
   *     more TRACE; of libraries always WARN
   * @param out takes the lines; stays open
   */
  static void setUp(LogFormat format, int verbosity, OutputStream out) {
    JulForwarder.install();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) ->
            LoggerFactory.getLogger(Logging.class)
                .error("{} ended unexpectedly", thread.getName(), e));
    install((LoggerContext) LoggerFactory.getILoggerFactory(), format, verbosity, out);
  }

  private static void install(
      LoggerContext context, LogFormat format, int verbosity, OutputStream out) {
    context.reset();
    LogLines lines = new LogLines(format);
    lines.setContext(context);
    lines.start();
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(context);
    appender.setEncoder(lines);
    appender.setOutputStream(new Unclosable(out));
    appender.start();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    // What it has to say about rule files is said as problems, with their places.
    context.getLogger("org.drools").setLevel(Level.OFF);
    // What they have to say comes back as exceptions, whose messages may quote a URL's password.
    for (String database : List.of("com.zaxxer.hikari", "org.flywaydb", "org.postgresql")) {
      context.getLogger(database).setLevel(Level.OFF);
    }
    // It warns of each start, as one after a crash, and shows stack traces of what is tried again;
    // that the database is away is said in a line of our own.
    context.getLogger("org.quartz.impl.jdbcjobstore").setLevel(Level.OFF);
    context.getLogger("org.quartz.core.ErrorLogger").setLevel(Level.OFF);
    // It warns of every standard stream that is no terminal.
    context.getLogger("org.jline").setLevel(Level.ERROR);
    context
        .getLogger("dev.patrol")
        .setLevel(verbosity == 0 ? Level.INFO : verbosity == 1 ? Level.DEBUG : Level.TRACE);
  }
}
