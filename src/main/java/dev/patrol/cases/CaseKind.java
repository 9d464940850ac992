package dev.patrol.cases;

import java.util.Locale;

/** What a case shows of its rule. */
public enum CaseKind {
  /** The rule fires. */
  FIRING,
  /** The rule does not fire, and one fact is all that it lacks. */
  NEAR_MISS,
  /** The rule does not fire, and nothing is amiss. */
  CLEAN;

  /** The word used in case files, such as {@code near-miss}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
