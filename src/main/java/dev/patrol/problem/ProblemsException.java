package dev.patrol.problem;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** All problems that were found, thrown once; the tool could not run. */
public final class ProblemsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public ProblemsException(Collection<Problem> problems) {
    super(problems.stream().sorted().map(Problem::toString).collect(Collectors.joining("\n")));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("at least one problem is needed");
    }
    this.problems = problems.stream().sorted().toList();
  }

  public ProblemsException(Problem problem) {
    this(List.of(problem));
  }

  /** The problems, sorted by place. */
  public List<Problem> problems() {
    return problems;
  }
}
