package dev.patrol.rules.check;

import dev.patrol.rules.check.Conditions.FactPattern;
import dev.patrol.rules.check.Conditions.Role;
import dev.patrol.rules.source.Lexeme;
import dev.patrol.rules.source.Remarks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Warns of rules that bring about what makes them fire again. */
final class Loops implements Lint {
  private static final Set<String> STOPPING = Set.of("no-loop", "lock-on-active");

  @Override
  public void check(List<ReadRule> rules, Remarks remarks) {
    for (ReadRule rule : rules) {
      boolean stops =
          STOPPING.stream().anyMatch(rule.source().descr().getAttributes()::containsKey);
      if (!stops) {
        for (Lexeme change : rule.effects().changes()) {
          remarks.warn(
              rule.file(),
              change.start(),
              "\"%s\" makes rule \"%s\" fire again and again; insert a conclusion and ask for it with \"not\""
                  .formatted(change.text(), rule.name()));
        }
      }
      unguarded(rule).stream()
          .filter(type -> comesBack(type, rule, rules))
          .findFirst()
          .ifPresent(type -> warn(rule, type, remarks));
    }
  }

  private static void warn(ReadRule rule, String type, Remarks remarks) {
    int place =
        rule.source().span().consequence().stream()
            .filter(word -> word.is("insert") || word.is("insertLogical"))
            .mapToInt(Lexeme::start)
            .findFirst()
            .orElse(rule.source().span().start());
    remarks.warn(
        rule.file(),
        place,
        "the %s that rule \"%s\" inserts makes it fire again without end; add \"not %s(...)\" to its conditions"
            .formatted(type, rule.name(), type));
  }

  /** What a rule inserts although it may be there already. */
  private static Set<String> unguarded(ReadRule rule) {
    Set<String> absent = types(rule, true);
    return rule.effects().inserted().stream()
        .filter(type -> !absent.contains(type))
        .collect(Collectors.toSet());
  }

  private static Set<String> types(ReadRule rule, boolean absent) {
    return rule.conditions().patterns().stream()
        .filter(FactPattern::fromFacts)
        .filter(pattern -> absent == (pattern.role() == Role.ABSENT))
        .map(pattern -> pattern.type().name())
        .collect(Collectors.toSet());
  }

  /** Whether a fact of the type leads, from rule to rule, to the rule that inserts it. */
  private static boolean comesBack(String type, ReadRule origin, List<ReadRule> rules) {
    Deque<String> open = new ArrayDeque<>(List.of(type));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String next = open.pop();
      if (!seen.add(next)) {
        continue;
      }
      for (ReadRule rule : rules) {
        if (types(rule, false).contains(next)) {
          if (rule.equals(origin)) {
            return true;
          }
          open.addAll(unguarded(rule));
        }
      }
    }
    return false;
  }
}
