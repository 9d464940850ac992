package dev.patrol.cli;

import java.text.MessageFormat;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands on what OkHttp and JLine log through the JDK, which would print it unmasked: a warning of
 * OkHttp quotes the URL, and an application may have put its token there.
 */
final class JulForwarder extends Handler {

  /** Takes the place of the JDK's own handlers; only warnings and errors are handed on. */
  static void install() {
    LogManager.getLogManager().reset();
    java.util.logging.Logger root = java.util.logging.Logger.getLogger("");
    root.setLevel(Level.WARNING);
    root.addHandler(new JulForwarder());
  }

  @Override
  public void publish(LogRecord event) {
    Logger logger = LoggerFactory.getLogger(String.valueOf(event.getLoggerName()));
    if (event.getLevel().intValue() >= Level.SEVERE.intValue()) {
      logger.error(text(event), event.getThrown());
    } else {
      logger.warn(text(event), event.getThrown());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  private static String text(LogRecord event) {
    String message = String.valueOf(event.getMessage());
    Object[] parameters = event.getParameters();
    if (parameters == null || parameters.length == 0) {
      return message;
    }
    try {
      return MessageFormat.format(message, parameters);
    } catch (IllegalArgumentException e) {
      return message;
    }
  }
}
