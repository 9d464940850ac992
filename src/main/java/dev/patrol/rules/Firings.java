package dev.patrol.rules;

import dev.patrol.model.RuleInfo;
import dev.patrol.rules.source.RuleKey;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.rule.Match;

/** Counts how often each rule fires, and knows which one is at it. */
final class Firings extends DefaultAgendaEventListener {
  private final Map<String, RuleInfo> rules;
  private final BiConsumer<RuleInfo, Match> listener;
  private final IdentityHashMap<Rule, Count> counts = new IdentityHashMap<>();
  private final Runnable halt;
  private @Nullable RuleInfo firing;
  private long most;
  private boolean looping;

  private static final class Count {
    private final RuleInfo rule;
    private int fired;

    private Count(RuleInfo rule) {
      this.rule = rule;
    }
  }

  /**
   * Each rule that is about to fire is handed to the listener, with what it matched.
   *
   * @param halt lets no further rule fire
   */
  Firings(Map<String, RuleInfo> rules, BiConsumer<RuleInfo, Match> listener, Runnable halt) {
    this.rules = rules;
    this.listener = listener;
    this.halt = halt;
  }

  @Override
  public void beforeMatchFired(BeforeMatchFiredEvent event) {
    Count count = counts.computeIfAbsent(event.getMatch().getRule(), r -> new Count(info(r)));
    count.fired++;
    firing = count.rule;
    if (count.fired > most) {
      looping = true;
      halt.run();
    }
    listener.accept(count.rule, event.getMatch());
  }

  @Override
  public void afterMatchFired(AfterMatchFiredEvent event) {
    firing = null;
  }

  private RuleInfo info(Rule rule) {
    String key = RuleKey.of(rule.getPackageName(), rule.getName());
    RuleInfo info = rules.get(key);
    if (info == null) {
      throw new IllegalStateException("a rule fired that was not loaded: " + key);
    }
    return info;
  }

  /** Lets each rule fire so many times more before that counts as a loop. */
  void allow(long times) {
    most += times;
  }

  /** Whether a rule fired more often than it may. */
  boolean isLooping() {
    return looping;
  }

  /** The rule whose consequence is being carried out, or was when it threw. */
  @Nullable RuleInfo firing() {
    return firing;
  }

  /** The rules that fired most often: no others can have kept a loop going. */
  List<RuleInfo> most() {
    int most = counts.values().stream().mapToInt(count -> count.fired).max().orElse(0);
    return counts.values().stream()
        .filter(count -> count.fired > most / 4)
        .sorted(
            Comparator.comparing((Count count) -> -count.fired)
                .thenComparing(count -> count.rule.file())
                .thenComparing(count -> count.rule.line()))
        .map(count -> count.rule)
        .toList();
  }
}
