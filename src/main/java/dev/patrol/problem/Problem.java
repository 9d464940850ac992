package dev.patrol.problem;

import java.util.Comparator;
import java.util.Objects;

/**
 * Something that keeps the tool from running, and where it stands.
 *
 * @param source the file or setting at fault, such as {@code rules/10-key/validity.drl}
 * @param line the line, counted from 1, or 0 when the source as a whole is meant
 * @param column the column, counted from 1, or 0 when the line as a whole is meant
 * @param message what is wrong and what was expected, without a final stop
 */
public record Problem(String source, int line, int column, String message)
    implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::source)
          .thenComparingInt(Problem::line)
          .thenComparingInt(Problem::column)
          .thenComparing(Problem::message);

  public Problem {
    Objects.requireNonNull(source);
    Objects.requireNonNull(message);
    if (line < 0 || column < 0) {
      throw new IllegalArgumentException("line and column must be >= 0");
    }
  }

  /** A problem with a source as a whole. */
  public static Problem in(String source, String message) {
    return new Problem(source, 0, 0, message);
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    String position = line == 0 ? "" : column == 0 ? ":" + line : ":" + line + ":" + column;
    return source + position + ": " + message;
  }
}
