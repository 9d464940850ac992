package dev.patrol.rules.check;

import dev.patrol.rules.source.Lexeme;
import dev.patrol.rules.source.Nearest;
import dev.patrol.rules.source.SourceRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AccumulateDescr.AccumulateFunctionCallDescr;
import org.drools.drl.ast.descr.AccumulateImportDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.FromDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.jspecify.annotations.Nullable;

/**
 * Reads the conditions of a rule: its patterns, what they bind, and what does not fit the model.
 */
final class Conditions {
  private static final List<String> FUNCTIONS =
      List.of(
          "count",
          "sum",
          "sumBI",
          "sumBD",
          "sumI",
          "sumL",
          "average",
          "averageBD",
          "min",
          "max",
          "minI",
          "maxI",
          "minL",
          "maxL",
          "minN",
          "maxN",
          "collectList",
          "collectSet",
          "variance",
          "standardDeviation");

  private final SourceRule rule;
  private final Variables variables;
  private final List<Fault> faults = new ArrayList<>();
  private final List<FactPattern> patterns = new ArrayList<>();

  private Conditions(SourceRule rule, Variables variables) {
    this.rule = rule;
    this.variables = variables;
  }

  /** Reads a rule's conditions. */
  static Conditions of(SourceRule rule, Variables globals) {
    Conditions conditions = new Conditions(rule, new Variables(globals));
    conditions.visit(rule.descr().getLhs(), conditions.variables, Role.PRESENT);
    return conditions;
  }

  /** How a pattern counts. */
  enum Role {
    /** There is such a fact, and it is joined. */
    PRESENT,
    /** There is one, whichever it is. */
    EXISTS,
    /** There is none. */
    ABSENT,
    /** It is counted or collected. */
    COLLECTED
  }

  /**
   * A pattern of a rule.
   *
   * @param type of its facts
   * @param start the offset of its type
   * @param fromFacts whether it matches facts, rather than what an expression brings
   * @param used the variables of other patterns that it names
   */
  record FactPattern(
      FactType type,
      PatternDescr descr,
      Role role,
      int start,
      boolean fromFacts,
      List<List<Lexeme>> constraints,
      Set<String> used) {}

  List<Fault> faults() {
    return faults;
  }

  List<FactPattern> patterns() {
    return patterns;
  }

  /** What the consequence can name. */
  Variables variables() {
    return variables;
  }

  private void visit(BaseDescr descr, Variables scope, Role role) {
    if (descr instanceof PatternDescr pattern) {
      pattern(pattern, scope, role);
    } else if (descr instanceof EvalDescr) {
      List<Lexeme> words = within(descr);
      int from = words.isEmpty() || !words.get(0).is("eval") ? 0 : 1;
      read(words.subList(from, words.size()), FactType.UNKNOWN, scope);
    } else if (descr instanceof NotDescr || descr instanceof ForallDescr) {
      children(descr, new Variables(scope), Role.ABSENT);
    } else if (descr instanceof ExistsDescr) {
      children(descr, new Variables(scope), role == Role.ABSENT ? role : Role.EXISTS);
    } else {
      children(descr, scope, role);
    }
  }

  private void children(BaseDescr descr, Variables scope, Role role) {
    if (descr instanceof ConditionalElementDescr element) {
      for (Object child : element.getDescrs()) {
        visit((BaseDescr) child, scope, role);
      }
    }
  }

  private void pattern(PatternDescr pattern, Variables scope, Role role) {
    List<Lexeme> words = within(pattern);
    boolean accumulates = pattern.getSource() instanceof AccumulateDescr;
    FactType type = accumulates ? FactType.UNKNOWN : type(pattern, words, scope);
    if (pattern.getSource() != null) {
      source(pattern, words, scope);
    }
    String name = pattern.getIdentifier();
    if (name != null && !name.isEmpty()) {
      scope.bind(name, type);
    }
    int faultsBefore = faults.size();
    List<List<Lexeme>> constraints = new ArrayList<>();
    for (Object each : pattern.getConstraint().getDescrs()) {
      if (each instanceof ExprConstraintDescr constraint) {
        List<Lexeme> parts = within(constraint);
        constraints.add(parts);
        // Read on even after a fault: what is bound behind it is not missing.
        List<Fault> found = faultsIn(parts, type, scope);
        if (faults.size() == faultsBefore) {
          faults.addAll(found);
        }
      }
    }
    Set<String> used =
        constraints.stream()
            .flatMap(List::stream)
            .map(Lexeme::text)
            .filter(text -> scope.get(text) != null && !text.equals(name))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    patterns.add(
        new FactPattern(
            type,
            pattern,
            role,
            typeWord(pattern, words).start(),
            pattern.getSource() == null,
            constraints,
            used));
  }

  private FactType type(PatternDescr pattern, List<Lexeme> words, Variables scope) {
    String name = pattern.getObjectType();
    return scope
        .types()
        .find(name)
        .orElseGet(
            () -> {
              faults.add(
                  Fault.likely(typeWord(pattern, words).start(), scope.types().unknown(name)));
              return FactType.UNKNOWN;
            });
  }

  private Lexeme typeWord(PatternDescr pattern, List<Lexeme> words) {
    String first = String.valueOf(pattern.getObjectType()).replaceAll("\\..*", "");
    return words.stream()
        .filter(word -> word.is(first))
        .findFirst()
        .orElseGet(() -> words.isEmpty() ? rule.span().conditions().get(0) : words.get(0));
  }

  private void source(PatternDescr pattern, List<Lexeme> words, Variables scope) {
    if (pattern.getSource() instanceof AccumulateDescr accumulate) {
      visit(accumulate.getInput(), new Variables(scope), Role.COLLECTED);
      for (AccumulateFunctionCallDescr function : accumulate.getFunctions()) {
        function(function, words, scope);
      }
    } else if (pattern.getSource() instanceof CollectDescr collect) {
      visit(collect.getInputPattern(), new Variables(scope), Role.COLLECTED);
    } else if (pattern.getSource() instanceof FromDescr) {
      int depth = 0;
      for (int i = 0; i < words.size(); i++) {
        depth += words.get(i).is("(") ? 1 : words.get(i).is(")") ? -1 : 0;
        if (depth == 0 && words.get(i).is("from")) {
          read(words.subList(i + 1, words.size()), FactType.UNKNOWN, scope);
          return;
        }
      }
    }
  }

  private void function(AccumulateFunctionCallDescr call, List<Lexeme> words, Variables scope) {
    String name = call.getFunction();
    List<String> known = new ArrayList<>(FUNCTIONS);
    rule.content().getAccumulateImports().stream()
        .map(AccumulateImportDescr::getFunctionName)
        .forEach(known::add);
    if (!known.contains(name)) {
      int place =
          words.stream()
              .filter(word -> word.is(name))
              .mapToInt(Lexeme::start)
              .findFirst()
              .orElse(0);
      faults.add(
          Fault.likely(
              place,
              "accumulate knows no function \"%s\"%s".formatted(name, Nearest.hint(name, known))));
    }
    @Nullable String bind = call.getBind();
    if (bind != null) {
      scope.bind(
          bind,
          switch (name) {
            case "count" -> FactType.of(Long.class);
            case "collectSet" -> FactType.of(Set.class);
            case "collectList" -> FactType.of(List.class);
            default -> FactType.UNKNOWN;
          });
    }
  }

  private void read(List<Lexeme> words, FactType self, Variables scope) {
    faults.addAll(faultsIn(words, self, scope));
  }

  private static List<Fault> faultsIn(List<Lexeme> words, FactType self, Variables scope) {
    Expression expression = new Expression(words, self, scope, false);
    expression.read();
    return expression.faults();
  }

  private List<Lexeme> within(BaseDescr descr) {
    return rule.span().conditions().stream()
        .filter(
            word ->
                word.start() >= descr.getStartCharacter()
                    && word.start() <= descr.getEndCharacter())
        .toList();
  }
}
