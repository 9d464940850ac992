package dev.patrol.catalog;

import dev.patrol.model.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with the parameters in one place of a request. */
final class ParameterFaults {
  private final Set<String> missing = new LinkedHashSet<>();
  private final Set<String> empty = new LinkedHashSet<>();
  private final Set<String> unfilled = new LinkedHashSet<>();
  private final Set<String> notNumeric = new LinkedHashSet<>();

  void missing(String name) {
    missing.add(name);
  }

  void empty(String name) {
    empty.add(name);
  }

  void notNumeric(String name) {
    notNumeric.add(name);
  }

  /** Judges a decoded value that is not blank. */
  void judge(String name, String value) {
    if (Placeholder.isUnfilled(name, value)) {
      unfilled.add(name);
    } else if (ResourceIds.isNumeric(name) && !ResourceIds.isDecimal(value)) {
      notNumeric.add(name);
    }
  }

  /** What was collected; a parameter that is unfilled is not called malformed too. */
  Parameters toParameters() {
    notNumeric.removeAll(unfilled);
    return missing.isEmpty() && empty.isEmpty() && unfilled.isEmpty() && notNumeric.isEmpty()
        ? Parameters.fine()
        : new Parameters(list(missing), list(empty), list(unfilled), list(notNumeric));
  }

  private static List<String> list(Set<String> names) {
    return new ArrayList<>(names);
  }
}
