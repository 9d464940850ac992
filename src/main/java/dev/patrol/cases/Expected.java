package dev.patrol.cases;

import dev.patrol.model.Cause;
import dev.patrol.model.Severity;
import dev.patrol.model.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a case expects. What is null is not looked at.
 *
 * @param finds the findings of the case's rule, all of them
 * @param causes the cause of each endpoint that has one; the others have none
 * @param alternatives the alternatives of each endpoint that has some; the others have none
 * @param steps verdicts on steps of the guide, by endpoint; steps that are not named are not looked
 *     at
 * @param verdicts verdicts on endpoints; those that are not named are not looked at
 * @param all the ids of all rules that report
 */
record Expected(
    @Nullable List<Find> finds,
    @Nullable Map<String, Cause> causes,
    @Nullable Map<String, List<Cause>> alternatives,
    Map<String, Map<Cause, Verdict>> steps,
    Map<String, Verdict> verdicts,
    @Nullable Set<String> all) {

  /**
   * A finding that is expected.
   *
   * @param on its subject; see {@link Subject}
   * @param evidence what its evidence contains, or null
   * @param severity its severity, or null
   * @param due the day on which it is due, or null
   */
  record Find(
      String on, @Nullable String evidence, @Nullable Severity severity, @Nullable LocalDate due) {

    @Override
    public String toString() {
      return on
          + (severity == null ? "" : ", " + severity.id())
          + (due == null ? "" : ", due " + due)
          + (evidence == null ? "" : ": " + evidence);
    }
  }
}
