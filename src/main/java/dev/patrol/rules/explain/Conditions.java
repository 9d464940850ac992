package dev.patrol.rules.explain;

import dev.patrol.rules.explain.Bindings.Unreadable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.drools.model.AccumulatePattern;
import org.drools.model.Binding;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Declaration;
import org.drools.model.From;
import org.drools.model.From0;
import org.drools.model.From1;
import org.drools.model.From2;
import org.drools.model.Pattern;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.drools.model.functions.accumulate.AccumulateFunction;
import org.drools.model.patterns.EvalImpl;
import org.jspecify.annotations.Nullable;

/** Looks for the ways in which conditions hold on a few facts, by trying all. */
final class Conditions {
  /** So many trials tell enough; many facts in many conditions would take for ever. */
  private static final int MOST_TRIALS = 200_000;

  private final Collection<?> facts;
  private final Predicate<Object> wanted;
  private int trials;
  private int depth;

  /**
   * Of all these facts.
   *
   * @param wanted which of them a rule may be about; behind not, exists and accumulate all count
   */
  Conditions(Collection<?> facts, Predicate<Object> wanted) {
    this.facts = facts;
    this.wanted = wanted;
  }

  /** Hands out the bindings of each way in which all conditions from that one on hold. */
  void solve(List<Condition> conditions, int from, Bindings bindings, Consumer<Bindings> taker) {
    if (from == conditions.size()) {
      taker.accept(bindings);
      return;
    }
    solve(conditions.get(from), bindings, more -> solve(conditions, from + 1, more, taker));
  }

  private void solve(Condition condition, Bindings bindings, Consumer<Bindings> taker) {
    switch (condition.getType()) {
      case PATTERN -> {
        Pattern<?> pattern = (Pattern<?>) condition;
        for (Object fact : candidates(pattern, bindings)) {
          Bindings bound = bound(pattern, fact, bindings);
          if (constraints(pattern.getConstraint()).stream().allMatch(c -> holds(c, bound))) {
            taker.accept(bound);
          }
        }
      }
      case ACCUMULATE -> taker.accept(accumulated((AccumulatePattern<?>) condition, bindings));
      case EVAL -> {
        if (holds(((EvalImpl) condition).getExpr(), bindings)) {
          taker.accept(bindings);
        }
      }
      case AND -> solve(condition.getSubConditions(), 0, bindings, taker);
      case OR -> condition.getSubConditions().forEach(each -> solve(each, bindings, taker));
      case NOT -> {
        if (!any(condition, bindings)) {
          taker.accept(bindings);
        }
      }
      case EXISTS -> {
        if (any(condition, bindings)) {
          taker.accept(bindings);
        }
      }
      case CONSEQUENCE -> taker.accept(bindings);
      default -> throw new Unreadable();
    }
  }

  /** Whether what stands behind not or exists holds in some way. */
  boolean any(Condition quantified, Bindings bindings) {
    boolean[] found = new boolean[1];
    depth++;
    try {
      solve(quantified.getSubConditions(), 0, bindings, ignored -> found[0] = true);
    } finally {
      depth--;
    }
    return found[0];
  }

  /** What a pattern looks at: facts of its type, or what an expression gives. */
  List<Object> candidates(Pattern<?> pattern, Bindings bindings) {
    Variable<?> variable = pattern.getPatternVariable();
    Collection<?> all =
        variable instanceof Declaration<?> declaration && declaration.getSource() != null
            ? given(declaration.getSource(), bindings)
            : facts;
    List<Object> fitting = new ArrayList<>();
    for (Object each : all) {
      if (variable.getType().isInstance(each) && (depth > 0 || wanted.test(each))) {
        fitting.add(each);
      }
    }
    return fitting;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Collection<?> given(Object source, Bindings bindings) {
    Object given;
    if (source instanceof From2 two) {
      Object[] values = bindings.of(((From<?>) two).getVariable(), two.getVariable2());
      given = two.getProvider().apply(values[0], values[1]);
    } else if (source instanceof From1 one) {
      given = one.getProvider().apply(bindings.of(((From<?>) one).getVariable())[0]);
    } else if (source instanceof From0 none) {
      given = none.getProvider().apply();
    } else {
      throw new Unreadable();
    }
    if (given instanceof Iterable<?> many) {
      List<Object> all = new ArrayList<>();
      many.forEach(all::add);
      return all;
    }
    return given == null
        ? List.of()
        : given instanceof Object[] array ? Arrays.asList(array) : List.of(given);
  }

  /** The bindings with the fact and the names that the pattern gives its parts. */
  Bindings bound(Pattern<?> pattern, Object fact, Bindings bindings) {
    if (++trials > MOST_TRIALS) {
      throw new Unreadable();
    }
    Bindings bound = bindings.with(pattern.getPatternVariable(), fact);
    for (Binding binding : pattern.getBindings()) {
      Variable<?>[] inputs = binding.getInputVariables();
      Variable<?>[] of = inputs == null ? new Variable<?>[] {binding.getInputVariable()} : inputs;
      bound = bound.with(binding.getBoundVariable(), value(binding, bound.of(of)));
    }
    return bound;
  }

  /**
   * Of a fact that the pattern's conditions may keep out yet, so that it may lack what is named.
   */
  private static @Nullable Object value(Binding binding, Object[] inputs) {
    try {
      return binding.eval(inputs);
    } catch (RuntimeException e) {
      return null;
    }
  }

  private Bindings accumulated(AccumulatePattern<?> accumulate, Bindings bindings) {
    List<Bindings> ways = new ArrayList<>();
    Condition inner =
        accumulate.getCondition() == null ? accumulate.getPattern() : accumulate.getCondition();
    depth++;
    try {
      solve(inner, bindings, ways::add);
    } finally {
      depth--;
    }
    Bindings result = bindings;
    for (AccumulateFunction function : accumulate.getAccumulateFunctions()) {
      result = result.with(function.getResult(), total(function, ways));
    }
    return result;
  }

  private static Object total(AccumulateFunction function, List<Bindings> ways) {
    if (!(function.createFunctionObject()
            instanceof org.kie.api.runtime.rule.AccumulateFunction<?> made)
        || !(function.getSource() instanceof Variable<?> source)) {
      throw new Unreadable();
    }
    return total(made, source, ways);
  }

  private static <C extends java.io.Serializable> Object total(
      org.kie.api.runtime.rule.AccumulateFunction<C> function,
      Variable<?> source,
      List<Bindings> ways) {
    try {
      C context = function.initContext(function.createContext());
      for (Bindings way : ways) {
        function.accumulate(context, way.of(source)[0]);
      }
      return function.getResult(context);
    } catch (Unreadable e) {
      throw e;
    } catch (Exception e) {
      throw new Unreadable();
    }
  }

  /** The single conditions of a pattern; alternatives count as one. */
  static List<Constraint> constraints(Constraint constraint) {
    return switch (constraint.getType()) {
      case SINGLE -> constraint == SingleConstraint.TRUE ? List.of() : List.of(constraint);
      case OR -> List.of(constraint);
      case MULTIPLE, AND ->
          constraint.getChildren().stream().flatMap(each -> constraints(each).stream()).toList();
    };
  }

  /** Whether it holds; one that throws does not. */
  static boolean holds(Constraint constraint, Bindings bindings) {
    return switch (constraint.getType()) {
      case OR -> constraint.getChildren().stream().anyMatch(each -> holds(each, bindings));
      case MULTIPLE, AND ->
          constraint.getChildren().stream().allMatch(each -> holds(each, bindings));
      case SINGLE -> {
        SingleConstraint single = (SingleConstraint) constraint;
        Object[] values = bindings.of(single.getVariables());
        try {
          yield single.getPredicate().test(values);
        } catch (Exception e) {
          yield false;
        }
      }
    };
  }
}
