package dev.patrol.rules.check;

import dev.patrol.model.Estate;
import dev.patrol.model.Policy;
import dev.patrol.model.Today;
import dev.patrol.rules.check.Conditions.FactPattern;
import dev.patrol.rules.check.Conditions.Role;
import dev.patrol.rules.source.Lexeme;
import dev.patrol.rules.source.Remarks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Warns of patterns that nothing joins, so that each fact meets each other one. */
final class CrossProducts implements Lint {
  private static final Set<Class<?>> SINGLE = Set.of(Today.class, Policy.class, Estate.class);

  @Override
  public void check(List<ReadRule> rules, Remarks remarks) {
    rules.forEach(rule -> check(rule, remarks));
  }

  private static void check(ReadRule rule, Remarks remarks) {
    List<FactPattern> many =
        rule.conditions().patterns().stream().filter(CrossProducts::isMany).toList();
    List<Lexeme> words = rule.source().span().conditions();
    // What "or", "eval" and "from" join is not looked into.
    if (many.size() < 2
        || words.stream().anyMatch(word -> word.is("or") || word.is("eval") || word.is("from"))) {
      return;
    }
    Set<String> reached = new HashSet<>(bound(many.get(0)));
    reached.addAll(many.get(0).used());
    for (FactPattern pattern : many.subList(1, many.size())) {
      boolean joined = pattern.used().stream().anyMatch(reached::contains);
      if (!joined && many.stream().noneMatch(other -> uses(other, pattern))) {
        remarks.warn(
            rule.file(),
            pattern.start(),
            "nothing joins this %s to the facts before it, so each meets each; compare a field with one of theirs"
                .formatted(pattern.type().name()));
      }
      reached.addAll(bound(pattern));
      reached.addAll(pattern.used());
    }
  }

  private static boolean isMany(FactPattern pattern) {
    return pattern.fromFacts()
        && pattern.role() == Role.PRESENT
        && pattern.type().raw() != null
        && !Facts.rounds(pattern.type().raw()).isEmpty()
        && !SINGLE.contains(pattern.type().raw());
  }

  private static boolean uses(FactPattern other, FactPattern pattern) {
    return bound(pattern).stream().anyMatch(other.used()::contains);
  }

  private static Set<String> bound(FactPattern pattern) {
    Set<String> names = new HashSet<>();
    if (pattern.descr().getIdentifier() != null) {
      names.add(pattern.descr().getIdentifier());
    }
    for (List<Lexeme> constraint : pattern.constraints()) {
      if (constraint.size() > 1 && constraint.get(1).is(":")) {
        names.add(constraint.get(0).text());
      }
    }
    return names;
  }
}
