package dev.patrol.rules.check;

import dev.patrol.rules.source.Remarks;
import java.util.List;

/** Warns of rules without conditions, and of those that do nothing. */
final class EmptyParts implements Lint {
  @Override
  public void check(List<ReadRule> rules, Remarks remarks) {
    for (ReadRule rule : rules) {
      int place = rule.source().span().start();
      if (rule.source().span().conditions().isEmpty()) {
        remarks.warn(
            rule.file(),
            place,
            "rule \"%s\" has no conditions: it fires once for every batch of tokens"
                .formatted(rule.name()));
      }
      boolean speaks =
          rule.source().span().consequence().stream().anyMatch(word -> word.is("audit"));
      if (!speaks && !rule.effects().any()) {
        remarks.warn(
            rule.file(),
            place,
            "rule \"%s\" neither reports nor concludes anything; end it with audit.warn, audit.fail or insert"
                .formatted(rule.name()));
      }
    }
  }
}
