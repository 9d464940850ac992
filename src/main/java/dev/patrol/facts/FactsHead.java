package dev.patrol.facts;

import dev.patrol.model.Policy;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What recorded facts say about their run.
 *
 * @param run the run's name
 * @param startedAt when it began: "now" for all that it judged
 * @param zone in which it counted days
 * @param version of the product
 * @param inventory the name of the inventory's folder
 * @param offline whether nothing was asked of the service
 * @param rules the SHA-256 of each rule file, by its path below the rules folder
 * @param policy the policy's values by name, in words
 */
public record FactsHead(
    String run,
    Instant startedAt,
    ZoneId zone,
    String version,
    String inventory,
    boolean offline,
    SortedMap<String, String> rules,
    SortedMap<String, String> policy) {
  public FactsHead {
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    policy = Collections.unmodifiableSortedMap(new TreeMap<>(policy));
  }

  /** A policy's values by name, in words that are the same for equal policies. */
  public static SortedMap<String, String> words(Policy policy) {
    SortedMap<String, String> words = new TreeMap<>();
    for (RecordComponent component : Policy.class.getRecordComponents()) {
      try {
        words.put(component.getName(), word(component.getAccessor().invoke(policy)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a policy's values can be read", e);
      }
    }
    return words;
  }

  private static String word(Object value) {
    if (value instanceof Map<?, ?> map) {
      return Masked.text(String.valueOf(new TreeMap<>(map)));
    }
    return Masked.text(String.valueOf(value instanceof Set<?> set ? new TreeSet<>(set) : value));
  }

  /** The names of rule files that were changed, added or removed since, sorted. */
  public Collection<String> changed(Map<String, String> now) {
    return changed(rules, now);
  }

  /** The names of the policy's values that are others now, sorted. */
  public Collection<String> changed(Policy now) {
    return changed(policy, words(now));
  }

  private static Collection<String> changed(Map<String, String> then, Map<String, String> now) {
    Set<String> names = new TreeSet<>(then.keySet());
    names.addAll(now.keySet());
    names.removeIf(name -> then.containsKey(name) && then.get(name).equals(now.get(name)));
    return names;
  }
}
