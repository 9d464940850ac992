package dev.patrol.rules.check;

import dev.patrol.rules.check.Conditions.FactPattern;
import dev.patrol.rules.check.Conditions.Role;
import dev.patrol.rules.source.Remarks;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Warns of patterns on types of which there is never a fact. */
final class NeverFacts implements Lint {
  @Override
  public void check(List<ReadRule> rules, Remarks remarks) {
    Set<String> inserted =
        rules.stream()
            .flatMap(rule -> rule.effects().inserted().stream())
            .collect(Collectors.toSet());
    for (ReadRule rule : rules) {
      for (FactPattern pattern : rule.conditions().patterns()) {
        if (pattern.fromFacts() && !isFact(pattern.type(), inserted)) {
          boolean needed = pattern.role() == Role.PRESENT || pattern.role() == Role.EXISTS;
          remarks.warn(
              rule.file(),
              pattern.start(),
              "there is never a fact of type %s, so rule \"%s\" %s"
                  .formatted(
                      pattern.type().name(),
                      rule.name(),
                      needed ? "never fires" : "asks for nothing here"));
        }
      }
    }
  }

  private static boolean isFact(FactType type, Set<String> inserted) {
    if (type.raw() == null) {
      return type.equals(FactType.UNKNOWN) || inserted.contains(type.name());
    }
    Class<?> raw = type.raw();
    return inserted.contains(type.name())
        || raw.isInterface()
        || raw.isAssignableFrom(Record.class)
        || !Facts.rounds(raw).isEmpty();
  }
}
