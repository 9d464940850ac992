package dev.patrol.rules;

import dev.patrol.model.RuleInfo;
import dev.patrol.rules.source.RuleKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieServices;

/**
 * Rule bases of the same compiled rules, of all of them or without some: the conditions of a rule
 * that is left out are never looked at. Safe for use by several threads.
 */
final class RuleBases {
  /** Each holds some megabytes; which rules fail together differs little within a run. */
  private static final int KEPT = 16;

  private final List<Model> models;
  private final Map<String, RuleInfo> byName;
  private final Set<String> fixedSeverities;
  private final Map<Set<String>, SessionPool> bases =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Set<String>, SessionPool> eldest) {
          return size() > KEPT;
        }
      };

  /** The rules that run are those that there is metadata of. */
  RuleBases(Collection<Model> models, Map<String, RuleInfo> byName, Set<String> fixedSeverities) {
    this.models = List.copyOf(models);
    this.byName = byName;
    this.fixedSeverities = Set.copyOf(fixedSeverities);
  }

  /** The rules that run, by file and line, under the names that Drools knows them by. */
  Map<String, RuleInfo> byName() {
    return byName;
  }

  /** Ids of rules whose severity is for the configuration to say, whatever they say themselves. */
  Set<String> fixedSeverities() {
    return fixedSeverities;
  }

  /** The base of all rules but these. */
  SessionPool without(Collection<RuleInfo> leftOut) {
    Set<String> ids =
        leftOut.stream().map(RuleInfo::id).collect(Collectors.toCollection(TreeSet::new));
    synchronized (bases) {
      SessionPool base = bases.get(ids);
      if (base == null) {
        base = new SessionPool(build(ids));
        bases.put(ids, base);
      }
      return base;
    }
  }

  private KieBase build(Set<String> leftOut) {
    List<Model> parts =
        models.stream().<Model>map(m -> new FilteredModel(m, rule -> runs(rule, leftOut))).toList();
    return KieBaseBuilder.createKieBaseFromModel(
        parts, KieServices.get().newKieBaseConfiguration());
  }

  private boolean runs(Rule rule, Set<String> leftOut) {
    RuleInfo info = byName.get(RuleKey.of(rule.getPackage(), rule.getName()));
    return info != null && !leftOut.contains(info.id());
  }
}
