package dev.patrol.rules.source;

import dev.patrol.problem.Problem;
import java.util.Comparator;

/**
 * Something about a rule file that its author should know.
 *
 * @param level whether it keeps the rules from being used
 * @param problem where it is, what is wrong and what was expected
 * @param source the line it is about, or an empty string when a whole file is meant
 */
public record Remark(Level level, Problem problem, String source) implements Comparable<Remark> {
  private static final Comparator<Remark> ORDER =
      Comparator.comparing(Remark::problem).thenComparing(Remark::level);

  /** How bad it is. */
  public enum Level {
    /** The rules cannot be used. */
    ERROR("error"),
    /** They can, perhaps not as meant. */
    WARNING("warning");

    private final String id;

    Level(String id) {
      this.id = id;
    }

    /** The word in messages. */
    public String id() {
      return id;
    }
  }

  /** A remark about a line of a file. */
  static Remark in(RuleFile file, Level level, Problem problem) {
    return new Remark(level, problem, problem.line() == 0 ? "" : file.line(problem.line()));
  }

  public boolean isError() {
    return level == Level.ERROR;
  }

  @Override
  public int compareTo(Remark other) {
    return ORDER.compare(this, other);
  }

  /** As in {@code rules/a.drl:7:9: error: Token has no field "expiry"}. */
  @Override
  public String toString() {
    Problem bare = new Problem(problem.source(), problem.line(), problem.column(), "");
    return bare + level.id() + ": " + problem.message();
  }
}
