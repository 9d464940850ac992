package dev.patrol.cli;

import dev.patrol.rules.RuleEngine;
import java.util.concurrent.CompletableFuture;
import org.slf4j.LoggerFactory;

/** Starts the log and the engine of the rules while the command line is read. */
final class EarlyEngine {
  private EarlyEngine() {}

  /**
   * Begins when the arguments name the audit, on a thread that nobody has to wait for, but until
   * the log is there: before that loggers are substitutes, which hand on what they get.
   *
   * @return done as soon as the log may be set up
   */
  static CompletableFuture<Void> startFor(String... args) {
    CompletableFuture<Void> log = new CompletableFuture<>();
    if (args.length > 0 && args[0].equals("audit")) {
      Thread thread = new Thread(() -> start(log), "engine");
      thread.setDaemon(true);
      thread.start();
    } else {
      log.complete(null);
    }
    return log;
  }

  private static void start(CompletableFuture<Void> log) {
    try {
      LoggerFactory.getILoggerFactory();
      log.complete(null);
      RuleEngine.start();
    } catch (LinkageError e) {
      // It fails again where the log is set up or rules are loaded, and is reported there.
    } finally {
      log.complete(null);
    }
  }
}
