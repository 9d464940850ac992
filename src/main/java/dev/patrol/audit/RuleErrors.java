package dev.patrol.audit;

import dev.patrol.model.Judgement;
import dev.patrol.model.RuleError;
import dev.patrol.model.RuleInfo;
import dev.patrol.report.FailedRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts how often each rule failed in a run, and decides when one is given up. For one thread. */
final class RuleErrors {
  /** A dossier for which a rule fails is judged alone, at several times the cost. */
  private static final int GIVEN_UP_AFTER = 100;

  /** A rule that fails for fewer, such as one token in a hundred, is worth its cost. */
  private static final int GIVEN_UP_SHARE = 10;

  private static final Logger LOG = LoggerFactory.getLogger(RuleErrors.class);

  private final Map<String, Count> byRule = new LinkedHashMap<>();
  private final Map<RuleInfo, String> givenUp = new LinkedHashMap<>();
  private long tokens;

  private static final class Count {
    private final RuleInfo rule;
    private final List<RuleError> first = new ArrayList<>();
    private long times;

    private Count(RuleInfo rule) {
      this.rule = rule;
    }
  }

  /** Takes what failed for the next token, in the inventory's order. */
  void add(Judgement judgement) {
    tokens++;
    add(judgement.errors());
  }

  /** Takes what failed in a round without tokens. */
  void add(Collection<RuleError> errors) {
    errors.forEach(this::add);
  }

  private void add(RuleError error) {
    RuleInfo rule = error.rule();
    if (error.token() == null && givenUp.containsKey(rule)) {
      // It was not tried in that round, which is no further failure.
      return;
    }
    Count count = byRule.computeIfAbsent(rule.id(), id -> new Count(rule));
    count.times++;
    if (count.times == 1) {
      LOG.warn("{}:{}: rule {} failed: {}", rule.file(), rule.line(), rule.id(), error.message());
    }
    if (count.first.size() < FailedRule.SHOWN) {
      count.first.add(error);
    }
    if (count.times >= GIVEN_UP_AFTER
        && count.times * GIVEN_UP_SHARE >= tokens
        && givenUp.putIfAbsent(rule, "it was left out after it had failed for too many tokens")
            == null) {
      LOG.warn("rule {} failed for {} tokens and is given up", rule.id(), count.times);
    }
  }

  /** The rules that failed too often, and the reason; they are not tried again in this run. */
  Map<RuleInfo, String> givenUp() {
    return Collections.unmodifiableMap(givenUp);
  }

  /** The rules that failed, by file and line. */
  List<FailedRule> failed() {
    return byRule.values().stream()
        .map(count -> new FailedRule(count.rule, count.times, count.first))
        .sorted(
            Comparator.comparing((FailedRule failed) -> failed.rule().file())
                .thenComparing(failed -> failed.rule().line()))
        .toList();
  }
}
