package dev.patrol.rules;

import dev.patrol.model.Cause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A small world and what the rules must make of it.
 *
 * @param name what the case shows
 * @param world the facts
 * @param causes the cause of each endpoint that is not healthy
 * @param alternatives the alternatives of each endpoint that has some
 * @param rules the ids of the findings, all of them
 */
record RuleCase(
    String name,
    SmallWorld world,
    Map<String, Cause> causes,
    Map<String, List<Cause>> alternatives,
    Set<String> rules) {

  static RuleCase of(String name, SmallWorld world, String... rules) {
    return new RuleCase(name, world, Map.of(), Map.of(), Set.of(rules));
  }

  RuleCase cause(String endpoint, Cause cause, Cause... others) {
    Map<String, Cause> moreCauses = new LinkedHashMap<>(causes);
    moreCauses.put(endpoint, cause);
    Map<String, List<Cause>> moreAlternatives = new LinkedHashMap<>(alternatives);
    moreAlternatives.put(endpoint, List.of(others));
    return new RuleCase(name, world, moreCauses, moreAlternatives, rules);
  }
}
