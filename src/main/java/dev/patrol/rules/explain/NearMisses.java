package dev.patrol.rules.explain;

import dev.patrol.model.RuleInfo;
import dev.patrol.rules.explain.Bindings.Unreadable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.drools.model.patterns.EvalImpl;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the ways in which all conditions of a rule but one hold. That two facts belong
 * together, as in {@code token == $token.id}, is no condition that may fail: then there is no such
 * fact.
 */
public final class NearMisses {
  private final Collection<?> facts;
  private final RuleText text;
  private final RuleInfo info;
  private final List<Condition> conditions;
  private final Conditions trial;
  private final Map<String, NearMiss> found = new LinkedHashMap<>();

  private NearMisses(
      Rule rule, RuleInfo info, RuleText text, Collection<?> facts, Predicate<Object> wanted) {
    this.info = info;
    this.text = text;
    this.facts = facts;
    this.conditions = rule.getView().getSubConditions();
    this.trial = new Conditions(facts, wanted);
  }

  /**
   * Of one rule that did not fire.
   *
   * @param source the text of the rule's file
   * @param wanted which facts it may be about
   * @return its near misses; null when it has conditions that cannot be looked into
   */
  public static @Nullable List<NearMiss> of(
      Rule rule, RuleInfo info, String source, Collection<?> facts, Predicate<Object> wanted) {
    NearMisses misses =
        new NearMisses(rule, info, new RuleText(source, info.line()), facts, wanted);
    try {
      misses.walk(0, new Bindings());
    } catch (RuntimeException e) {
      // Unreadable, or thrown by what the rule itself asks of a fact.
      return misses.found.isEmpty() ? null : List.copyOf(misses.found.values());
    }
    return List.copyOf(misses.found.values());
  }

  /** Walks on while everything holds, and tries at each step what would be if it did not. */
  private void walk(int at, Bindings bindings) {
    if (at == conditions.size()) {
      return;
    }
    Condition condition = conditions.get(at);
    if (condition instanceof Pattern<?> pattern && condition.getType() == Condition.Type.PATTERN) {
      walkPattern(pattern, at, bindings);
      return;
    }
    List<Bindings> ways = new ArrayList<>();
    trial.solve(List.of(condition), 0, bindings, ways::add);
    if (ways.isEmpty()) {
      String words = words(condition);
      miss(at, bindings, words, met(condition, bindings));
    }
    ways.forEach(way -> walk(at + 1, way));
  }

  private void walkPattern(Pattern<?> pattern, int at, Bindings bindings) {
    List<Constraint> constraints = Conditions.constraints(pattern.getConstraint());
    boolean some = false;
    for (Object fact : trial.candidates(pattern, bindings)) {
      Bindings bound = trial.bound(pattern, fact, bindings);
      List<Constraint> failing =
          constraints.stream().filter(each -> !Conditions.holds(each, bound)).toList();
      if (failing.stream().anyMatch(NearMisses::joins)) {
        continue;
      }
      some = true;
      if (failing.isEmpty()) {
        walk(at + 1, bound);
      } else if (failing.size() == 1) {
        String words = words(failing.get(0));
        miss(
            at,
            bound,
            words,
            FactWords.name(fact) + ": " + FactWords.met(words, fact, bound.named()));
      }
    }
    if (!some) {
      miss(at, bindings, words(pattern), "there is none");
    }
  }

  /** A miss counts when all that follows holds. */
  private void miss(int at, Bindings bindings, String words, String met) {
    boolean[] holds = new boolean[1];
    try {
      trial.solve(conditions, at + 1, bindings, ignored -> holds[0] = true);
    } catch (Unreadable unbound) {
      return;
    }
    if (holds[0] && found.size() < 5) {
      found.putIfAbsent(words, new NearMiss(info, words, met, text.line(words)));
    }
  }

  private String met(Condition condition, Bindings bindings) {
    if (condition.getType() == Condition.Type.NOT
        && condition.getSubConditions().size() == 1
        && condition.getSubConditions().get(0) instanceof Pattern<?> pattern) {
      for (Object fact : facts) {
        if (pattern.getPatternVariable().getType().isInstance(fact)) {
          Bindings bound = trial.bound(pattern, fact, bindings);
          if (Conditions.constraints(pattern.getConstraint()).stream()
              .allMatch(each -> Conditions.holds(each, bound))) {
            return "there is " + FactWords.name(fact);
          }
        }
      }
    }
    String words = words(condition);
    String read = FactWords.met(words, null, bindings.named());
    return condition.getType() == Condition.Type.EXISTS ? "there is none" : read;
  }

  /** Whether it ties a fact to another one by equality. */
  private static boolean joins(Constraint constraint) {
    return constraint instanceof SingleConstraint single
        && single.getVariables().length > 1
        && words(single).matches("[\\w.]+\\s*==\\s*\\$[\\w.]+");
  }

  private static String words(Constraint constraint) {
    if (constraint.getType() == Constraint.Type.SINGLE) {
      var information = ((SingleConstraint) constraint).predicateInformation();
      return information == null ? "" : information.getStringConstraint();
    }
    String between = constraint.getType() == Constraint.Type.OR ? " || " : " && ";
    return String.join(between, constraint.getChildren().stream().map(NearMisses::words).toList());
  }

  private static String words(Condition condition) {
    if (condition instanceof EvalImpl eval) {
      return "eval(" + words(eval.getExpr()) + ")";
    }
    if (condition.getType() == Condition.Type.PATTERN && condition instanceof Pattern<?> pattern) {
      return pattern.getPatternVariable().getType().getSimpleName()
          + "("
          + String.join(
              ", ",
              Conditions.constraints(pattern.getConstraint()).stream()
                  .map(NearMisses::words)
                  .toList())
          + ")";
    }
    String inner =
        String.join(
            condition.getType() == Condition.Type.OR ? " or " : " and ",
            condition.getSubConditions().stream().map(NearMisses::words).toList());
    return switch (condition.getType()) {
      case NOT -> "not " + inner;
      case EXISTS -> "exists " + inner;
      default -> inner;
    };
  }
}
