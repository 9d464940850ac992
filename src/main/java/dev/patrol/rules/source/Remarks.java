package dev.patrol.rules.source;

import dev.patrol.problem.Problem;
import dev.patrol.problem.ProblemsException;
import dev.patrol.rules.source.Remark.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Takes remarks while rule files are read and checked. */
public final class Remarks {
  private final List<Remark> all = new ArrayList<>();

  /** Adds an error at an offset of a file. */
  public void error(RuleFile file, int offset, String message) {
    all.add(Remark.in(file, Level.ERROR, file.problem(offset, message)));
  }

  /** Adds a warning at an offset of a file. */
  public void warn(RuleFile file, int offset, String message) {
    all.add(Remark.in(file, Level.WARNING, file.problem(offset, message)));
  }

  /** Adds an error with no line to show. */
  public void error(Problem problem) {
    all.add(new Remark(Level.ERROR, problem, ""));
  }

  /** Adds a warning with no line to show. */
  public void warn(Problem problem) {
    all.add(new Remark(Level.WARNING, problem, ""));
  }

  /** Adds what others took. */
  public void addAll(Collection<Remark> others) {
    all.addAll(others);
  }

  /** Whether a file has an error. */
  public boolean hasError(RuleFile file) {
    return all.stream()
        .anyMatch(remark -> remark.isError() && remark.problem().source().equals(file.shown()));
  }

  /** The lines of a file on which there are errors. */
  public Set<Integer> errorLines(RuleFile file) {
    return all.stream()
        .filter(remark -> remark.isError() && remark.problem().source().equals(file.shown()))
        .map(remark -> remark.problem().line())
        .collect(Collectors.toSet());
  }

  /** All of them by place, each once. */
  public List<Remark> sorted() {
    return List.copyOf(new TreeSet<>(all));
  }

  /**
   * Ends here when there is an error.
   *
   * @throws ProblemsException with all errors
   */
  public void refuseErrors() {
    List<Problem> errors = sorted().stream().filter(Remark::isError).map(Remark::problem).toList();
    if (!errors.isEmpty()) {
      throw new ProblemsException(errors);
    }
  }
}
