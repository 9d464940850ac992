package dev.patrol.rules.check;

import dev.patrol.rules.check.Conditions.FactPattern;
import dev.patrol.rules.check.Conditions.Role;
import dev.patrol.rules.check.Facts.Round;
import dev.patrol.rules.source.Remarks;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Warns of rules that join facts which are never known at the same time. */
final class MixedRounds implements Lint {
  @Override
  public void check(List<ReadRule> rules, Remarks remarks) {
    rules.forEach(rule -> check(rule, remarks));
  }

  private static void check(ReadRule rule, Remarks remarks) {
    Set<Round> possible = EnumSet.allOf(Round.class);
    String before = "";
    for (FactPattern pattern : rule.conditions().patterns()) {
      Class<?> raw = pattern.type().raw();
      boolean needed = pattern.role() == Role.PRESENT || pattern.role() == Role.EXISTS;
      Set<Round> rounds = raw == null ? Set.of() : Facts.rounds(raw);
      // Within "or" only one of the patterns is needed.
      boolean alternatives =
          rule.source().span().conditions().stream().anyMatch(word -> word.is("or"));
      if (!pattern.fromFacts() || !needed || rounds.isEmpty() || alternatives) {
        continue;
      }
      Set<Round> both = EnumSet.copyOf(possible);
      both.retainAll(rounds);
      if (both.isEmpty()) {
        remarks.warn(
            rule.file(),
            pattern.start(),
            "%s is known when %s is judged, %s is not, so rule \"%s\" never fires"
                .formatted(
                    pattern.type().name(), rounds.iterator().next().about(), before, rule.name()));
        return;
      }
      if (both.size() < possible.size()) {
        before = pattern.type().name();
      }
      possible = both;
    }
  }
}
