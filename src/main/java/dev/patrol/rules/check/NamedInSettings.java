package dev.patrol.rules.check;

import dev.patrol.model.RuleSettings;
import dev.patrol.problem.Problem;
import dev.patrol.rules.source.Nearest;
import dev.patrol.rules.source.Remarks;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Warns of settings for rules that there are not. */
final class NamedInSettings implements Lint {
  private final RuleSettings settings;

  NamedInSettings(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public void check(List<ReadRule> rules, Remarks remarks) {
    Set<String> ids = new TreeSet<>();
    rules.forEach(rule -> ids.add(rule.source().info().id()));
    check("rules.off", settings.off(), ids, remarks);
    check("rules.severity", settings.severities().keySet(), ids, remarks);
  }

  private static void check(
      String setting, Collection<String> named, Set<String> ids, Remarks remarks) {
    for (String id : named) {
      if (!ids.contains(id)) {
        remarks.warn(
            Problem.in(
                setting, "no rule has the id \"%s\"%s".formatted(id, Nearest.hint(id, ids))));
      }
    }
  }
}
