package dev.patrol.rules.check;

import dev.patrol.rules.source.Lexeme;
import dev.patrol.rules.source.Remarks;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Warns of rules whose annotations promise something else than their consequences do. */
final class Speech implements Lint {
  private static final Set<String> FAILING = Set.of("fail", "suspect");

  @Override
  public void check(List<ReadRule> rules, Remarks remarks) {
    for (ReadRule rule : rules) {
      Optional<Lexeme> call = rule.source().reportingCall();
      boolean titled =
          rule.source().span().annotations().stream().anyMatch(each -> each.name().equals("title"));
      boolean acts =
          rule.effects().any()
              || rule.source().span().consequence().stream().anyMatch(word -> word.is("audit"));
      if (titled && call.isEmpty() && acts) {
        remarks.warn(
            rule.file(),
            rule.source().place("title"),
            "rule \"%s\" has a title, but its consequence makes no finding; call audit.warn or audit.fail, or leave @severity, @title and @remedy away"
                .formatted(rule.name()));
      }
      call.filter(word -> FAILING.contains(word.text()))
          .filter(word -> rule.source().info().guide() == null)
          .ifPresent(
              word ->
                  remarks.warn(
                      rule.file(),
                      word.start(),
                      "audit.%s fails a step of the guide, and rule \"%s\" has none; name it in @guide, or call audit.warn"
                          .formatted(word.text(), rule.name())));
    }
  }
}
