package dev.patrol.cli;

/** What the process ends with. */
enum ExitCode {
  /** Done. */
  DONE(0),
  /** Done, and a finding at or above {@code --fail-on} is open. */
  FINDINGS(1),
  /** Could not run: usage, configuration, inventory, rules, or the report cannot be written. */
  COULD_NOT_RUN(2),
  /** Done, but some probes stayed unanswered or some rules failed. */
  UNANSWERED(3),
  /** Interrupted before it was done. */
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
