package dev.patrol.cli;

import dev.patrol.rules.RuleEngine;
import org.slf4j.LoggerFactory;

/** Starts the engine of the rules while the command line and the settings are read. */
final class EarlyEngine {
  private EarlyEngine() {}

  /** Begins when the arguments name the audit, on a thread that nobody has to wait for. */
  static void startFor(String... args) {
    if (args.length > 0 && args[0].equals("audit")) {
      // A thread that asks for loggers while another one sets them up gets substitutes for them.
      LoggerFactory.getILoggerFactory();
      Thread thread = new Thread(EarlyEngine::start, "engine");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void start() {
    try {
      RuleEngine.start();
    } catch (LinkageError e) {
      // It fails again where rules are loaded, and is reported there.
    }
  }
}
