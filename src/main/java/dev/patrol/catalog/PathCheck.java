package dev.patrol.catalog;

import dev.patrol.model.Operation;
import dev.patrol.model.Parameters;
import dev.patrol.model.PercentCode;
import java.util.List;

/** Judges the values that a path carries for the variables of its template. */
final class PathCheck {
  private PathCheck() {}

  /** What is wrong with the values; the path must match the operation's template. */
  static Parameters check(Operation operation, List<String> segments) {
    List<String> template = PathTemplate.of(operation.path()).segments();
    ParameterFaults faults = new ParameterFaults();
    for (int i = 0; i < template.size(); i++) {
      if (PathTemplate.isVariable(template.get(i))) {
        String name = PathTemplate.name(template.get(i));
        String value = PercentCode.decode(segments.get(i));
        if (value.isBlank()) {
          faults.empty(name);
        } else {
          faults.judge(name, value);
        }
      }
    }
    return faults.toParameters();
  }
}
