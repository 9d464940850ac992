package dev.patrol.rules.check;

import dev.patrol.rules.source.Remarks;
import java.util.List;
import java.util.Set;

/** Finds code in consequences that might not come to an end, which nothing can stop. */
final class EndlessCode implements Lint {
  private static final Set<String> LOOPS = Set.of("while", "do");

  @Override
  public void check(List<ReadRule> rules, Remarks remarks) {
    for (ReadRule rule : rules) {
      rule.source().span().consequence().stream()
          .filter(word -> LOOPS.contains(word.text()))
          .findFirst()
          .ifPresent(
              word ->
                  remarks.warn(
                      rule.file(),
                      word.start(),
                      "a \"%s\" that does not end keeps the audit from ending; let conditions choose facts instead"
                          .formatted(word.text())));
    }
  }
}
