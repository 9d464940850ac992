package dev.patrol.rules.check;

import dev.patrol.model.Token;
import dev.patrol.rules.check.Conditions.FactPattern;
import dev.patrol.rules.source.Remarks;
import java.util.List;

/** Finds rules that hold one token against another while tokens are judged in batches. */
final class TokenPairs implements Lint {
  @Override
  public void check(List<ReadRule> rules, Remarks remarks) {
    rules.forEach(rule -> check(rule, remarks));
  }

  private static void check(ReadRule rule, Remarks remarks) {
    List<FactPattern> tokens =
        rule.conditions().patterns().stream()
            .filter(pattern -> pattern.fromFacts() && Token.class.equals(pattern.type().raw()))
            .toList();
    if (tokens.size() > 1
        && rule.source().span().conditions().stream().noneMatch(word -> word.is("or"))) {
      remarks.warn(
          rule.file(),
          tokens.get(1).start(),
          "which tokens are judged together is chance; compare tokens in the last round, with TokenUse");
    }
  }
}
