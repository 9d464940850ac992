package dev.patrol.rules.check;

/**
 * What is wrong at an offset of a rule file.
 *
 * @param certain whether it is wrong even though the rule may compile
 */
record Fault(int offset, String message, boolean certain) {
  static Fault likely(int offset, String message) {
    return new Fault(offset, message, false);
  }

  static Fault certain(int offset, String message) {
    return new Fault(offset, message, true);
  }
}
