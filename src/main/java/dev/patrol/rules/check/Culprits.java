package dev.patrol.rules.check;

import dev.patrol.rules.source.RuleFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the rules that do not compile. Drools reports the errors of many rules as one, so that each
 * is compiled by itself in the end; halves that compile need no closer look.
 */
final class Culprits {
  private final List<RuleFile> files;
  private final TrialBuild build;
  private final Map<ReadRule, List<String>> found = new LinkedHashMap<>();

  /** Looks for culprits in files whose syntax is right outside of their rules. */
  Culprits(List<RuleFile> files, TrialBuild build) {
    this.files = files;
    this.build = build;
  }

  /** The broken rules, with what the compiler says about each. */
  Map<ReadRule, List<String>> among(List<ReadRule> rules) {
    List<ReadRule> suspects =
        rules.stream().filter(rule -> !rule.conditions().faults().isEmpty()).toList();
    List<ReadRule> others = new ArrayList<>(rules);
    others.removeAll(suspects);
    suspects.forEach(suspect -> search(List.of(suspect)));
    search(others);
    return found;
  }

  private void search(List<ReadRule> rules) {
    if (rules.isEmpty()) {
      return;
    }
    List<String> errors = build.errors(with(rules));
    if (errors.isEmpty()) {
      return;
    }
    if (rules.size() == 1) {
      found.put(rules.get(0), errors);
      return;
    }
    int half = rules.size() / 2;
    search(rules.subList(0, half));
    search(rules.subList(half, rules.size()));
  }

  /** The files of some rules, with all other rules blanked out so that places stay true. */
  List<RuleFile> with(List<ReadRule> rules) {
    Map<RuleFile, Set<Integer>> kept =
        rules.stream()
            .collect(
                Collectors.groupingBy(
                    ReadRule::file,
                    Collectors.mapping(
                        rule -> rule.source().span().start(),
                        Collectors.toCollection(TreeSet::new))));
    List<RuleFile> result = new ArrayList<>();
    for (RuleFile file : files) {
      result.add(kept.containsKey(file) ? file.keeping(kept.get(file)) : file.keeping(Set.of()));
    }
    return result;
  }
}
