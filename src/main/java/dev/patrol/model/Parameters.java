package dev.patrol.model;

import java.util.List;

/**
 * What is wrong with a request's parameters in one place (path, query or body), by name.
 *
 * @param missing required, and not there
 * @param empty required, there, and without a value
 * @param unfilled still holding the documentation's placeholder, such as {@code {bot_id}} or {@code
 *     7381****}
 * @param notNumeric ids that must be decimal numbers and are not
 */
public record Parameters(
    List<String> missing, List<String> empty, List<String> unfilled, List<String> notNumeric) {
  private static final Parameters FINE = new Parameters(List.of(), List.of(), List.of(), List.of());

  public Parameters {
    missing = List.copyOf(missing);
    empty = List.copyOf(empty);
    unfilled = List.copyOf(unfilled);
    notNumeric = List.copyOf(notNumeric);
  }

  /** Whether nothing is wrong. */
  public boolean isFine() {
    return missing.isEmpty() && empty.isEmpty() && unfilled.isEmpty() && notNumeric.isEmpty();
  }

  /** Nothing is wrong. */
  public static Parameters fine() {
    return FINE;
  }
}
