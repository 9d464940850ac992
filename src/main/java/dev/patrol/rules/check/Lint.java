package dev.patrol.rules.check;

import dev.patrol.rules.source.Remarks;
import java.util.List;

/** Looks for one thing that rules can do and hardly ever should. */
@FunctionalInterface
interface Lint {
  /** Adds a warning for each place. */
  void check(List<ReadRule> rules, Remarks remarks);
}
