package dev.patrol.config;

import java.util.List;

/**
 * A program that prints a token's value, with its arguments; run without a shell.
 *
 * @param words the program, then its arguments, in which {@code {key}} stands for what to ask for
 */
public record Command(List<String> words) {
  /** What stands for the key of a secret reference. */
  public static final String KEY = "{key}";

  public Command {
    words = List.copyOf(words);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a program is needed");
    }
  }

  /** The program alone: arguments may be secret. */
  @Override
  public String toString() {
    return words.get(0) + " [REDACTED]";
  }
}
