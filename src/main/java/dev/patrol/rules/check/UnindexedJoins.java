package dev.patrol.rules.check;

import dev.patrol.rules.check.Conditions.FactPattern;
import dev.patrol.rules.source.Lexeme;
import dev.patrol.rules.source.Remarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Warns of "&&" that keeps Drools from looking a joined fact up. */
final class UnindexedJoins implements Lint {
  @Override
  public void check(List<ReadRule> rules, Remarks remarks) {
    for (ReadRule rule : rules) {
      for (FactPattern pattern : rule.conditions().patterns()) {
        for (List<Lexeme> constraint : pattern.constraints()) {
          joined(constraint, pattern)
              .ifPresent(
                  sign ->
                      remarks.warn(
                          rule.file(),
                          sign.start(),
                          "write a comma instead of \"&&\": this way each %s is compared with each, which is slow"
                              .formatted(pattern.type().name())));
        }
      }
    }
  }

  private static Optional<Lexeme> joined(List<Lexeme> words, FactPattern pattern) {
    List<Lexeme> signs = new ArrayList<>();
    boolean joins = false;
    int depth = 0;
    for (int i = 0; i < words.size(); i++) {
      Lexeme word = words.get(i);
      depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
      if (depth == 0 && word.is("||")) {
        return Optional.empty();
      }
      if (depth == 0 && word.is("&&")) {
        signs.add(word);
      }
      joins |=
          depth == 0
              && word.is("==")
              && i + 1 < words.size()
              && pattern.used().contains(words.get(i + 1).text());
    }
    return joins && !signs.isEmpty() ? Optional.of(signs.get(0)) : Optional.empty();
  }
}
