package dev.patrol.rules;

import dev.patrol.model.RuleInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs rules over the same facts until they come to a result: a rule that throws or loops is found
 * and left out, so that the others are heard.
 */
final class RuleTrial<R> {
  /** One attempt; it begins afresh each time. */
  @FunctionalInterface
  interface Attempt<R> {
    /** Runs the rules, knowing which are left out and why. */
    R run(SessionPool base, Map<RuleInfo, String> leftOut) throws BrokenOff;
  }

  private final RuleBases bases;
  private final Attempt<R> attempt;
  private final Map<RuleInfo, String> leftOut;
  private @Nullable R result;

  RuleTrial(RuleBases bases, Map<RuleInfo, String> leftOut, Attempt<R> attempt) {
    this.bases = bases;
    this.attempt = attempt;
    this.leftOut = new LinkedHashMap<>(leftOut);
  }

  /** What the rules say, without those that fail. */
  R run() {
    BrokenOff broken = fails(Map.of());
    while (broken != null) {
      broken = next(broken);
    }
    if (result == null) {
      throw new IllegalStateException("an attempt brings a result or breaks off");
    }
    return result;
  }

  /** Leaves out the rule to blame; gives the next one's failure. */
  private @Nullable BrokenOff next(BrokenOff broken) {
    List<RuleInfo> suspects =
        broken.suspects().isEmpty() ? List.of(found(broken)) : broken.suspects();
    BrokenOff first = null;
    for (RuleInfo suspect : suspects) {
      BrokenOff after = fails(Map.of(suspect, broken.reason()));
      if (after == null) {
        leftOut.put(suspect, broken.reason());
        return null;
      }
      first = first == null ? after : first;
    }
    leftOut.put(suspects.get(0), broken.reason());
    return first;
  }

  /** Rules are added by halves until the one is found with which it fails and before which not. */
  private RuleInfo found(BrokenOff broken) {
    List<RuleInfo> rules = new ArrayList<>(bases.byName().values());
    rules.removeAll(leftOut.keySet());
    if (rules.isEmpty()) {
      throw new IllegalStateException("no rule is to blame: " + broken.reason(), broken);
    }
    int well = 0;
    int ill = rules.size();
    while (ill - well > 1) {
      int middle = (well + ill) / 2;
      if (fails(asReasons(rules.subList(middle, rules.size()))) == null) {
        well = middle;
      } else {
        ill = middle;
      }
    }
    return rules.get(ill - 1);
  }

  private static Map<RuleInfo, String> asReasons(Collection<RuleInfo> rules) {
    Map<RuleInfo, String> reasons = new LinkedHashMap<>();
    rules.forEach(rule -> reasons.put(rule, ""));
    return reasons;
  }

  private @Nullable BrokenOff fails(Map<RuleInfo, String> more) {
    Map<RuleInfo, String> without = new LinkedHashMap<>(leftOut);
    without.putAll(more);
    Set<RuleInfo> rules = without.keySet();
    try {
      result = attempt.run(bases.without(rules), without);
      return null;
    } catch (BrokenOff e) {
      return e;
    }
  }
}
