package dev.patrol.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One endpoint's walk through the guide.
 *
 * @param endpoint the endpoint
 * @param verdict the endpoint as a whole
 * @param cause the first step it fails, or what else is wrong, or {@link Cause#NONE}
 * @param alternatives other causes that fit as well, in the guide's order, when it stays open
 * @param steps a mark for each of {@link Cause#steps()}
 * @param answer what its probe brought back
 */
public record Diagnosis(
    Endpoint endpoint,
    Verdict verdict,
    Cause cause,
    List<Cause> alternatives,
    Map<Cause, Mark> steps,
    Answer answer) {
  public Diagnosis {
    alternatives = List.copyOf(alternatives);
    steps = Collections.unmodifiableMap(new EnumMap<>(steps));
    if (!steps.keySet().containsAll(Cause.steps())) {
      throw new IllegalArgumentException("a diagnosis has a mark for every step");
    }
  }

  /** The mark of a step. */
  public Mark step(Cause step) {
    Mark mark = steps.get(step);
    if (mark == null) {
      throw new IllegalArgumentException(step.id() + " is no step of the guide");
    }
    return mark;
  }
}
