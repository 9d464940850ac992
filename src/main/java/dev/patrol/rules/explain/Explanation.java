package dev.patrol.rules.explain;

import dev.patrol.model.Firing;
import dev.patrol.model.Judgement;
import dev.patrol.model.RuleInfo;
import java.util.List;

/**
 * Why the rules say of a dossier what they say.
 *
 * @param judgement what they say
 * @param firings which rules fired, in their order, and on what
 * @param near the rules that nearly fired, nearest first
 * @param unread rules with conditions that are not looked into
 */
public record Explanation(
    Judgement judgement, List<Fired> firings, List<NearMiss> near, List<RuleInfo> unread) {
  public Explanation {
    firings = List.copyOf(firings);
    near = List.copyOf(near);
    unread = List.copyOf(unread);
  }

  /**
   * A rule that fired.
   *
   * @param firing the rule, and what it fired for
   * @param matched the facts that it matched, in words
   * @param bound the values of the names that its conditions bind, in words
   */
  public record Fired(Firing firing, List<String> matched, List<String> bound) {
    public Fired {
      matched = List.copyOf(matched);
      bound = List.copyOf(bound);
    }
  }
}
