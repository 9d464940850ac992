package dev.patrol.report;

/** Words of a command for a POSIX shell. */
final class ShellWord {
  /** What stands between two lines of one command. */
  static final String NEXT_LINE = " \\\n  ";

  /** The header that takes the token from the environment. */
  static final String BEARER = "\"Authorization: Bearer $COZE_TOKEN\"";

  private ShellWord() {}

  /** The text, fit to be shown, as one word in which nothing is special to the shell. */
  static String of(String text) {
    String safe = SafeText.of(text);
    boolean plain = !safe.isEmpty() && safe.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    // Single quotes keep everything but themselves from the shell.
    return plain ? safe : "'" + safe.replace("'", "'\\''") + "'";
  }
}
