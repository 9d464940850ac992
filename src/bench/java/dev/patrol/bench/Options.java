package dev.patrol.bench;

import java.util.List;

/** The options that the launcher gives to Java, as far as they matter for what is measured. */
final class Options {
  /** For a command, which ends. */
  static final List<String> COMMAND =
      List.of("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=3", "-XX:+UseSerialGC");

  /** For the scheduler, which goes on for months. */
  static final List<String> SCHEDULER = List.of("-XX:+UseSerialGC");

  private Options() {}
}
