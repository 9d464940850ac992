package dev.patrol.rules.check;

import dev.patrol.rules.source.RuleFile;
import dev.patrol.rules.source.SourceRule;

/** A rule with what its conditions and its consequence say. */
record ReadRule(SourceRule source, Conditions conditions, Effects effects) {
  RuleFile file() {
    return source.file();
  }

  String name() {
    return source.span().name();
  }
}
