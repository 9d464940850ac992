package dev.patrol.cases;

import dev.patrol.model.Cause;
import dev.patrol.model.RuleInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What no case shows yet.
 *
 * @param gaps the rules that lack cases, by file and line
 * @param emptySteps the words for steps of the guide, and beside it, that no rule decides
 */
public record Coverage(List<Gap> gaps, List<String> emptySteps) {
  public Coverage {
    gaps = List.copyOf(gaps);
    emptySteps = List.copyOf(emptySteps);
  }

  /**
   * A rule and the kinds of cases that it lacks.
   *
   * @param missing at least one kind
   */
  public record Gap(RuleInfo rule, List<CaseKind> missing) {
    public Gap {
      missing = List.copyOf(missing);
    }

    /** Such as {@code no case} or {@code no near-miss case, no clean case}. */
    public String inWords() {
      return missing.size() == CaseKind.values().length
          ? "no case"
          : missing.stream()
              .map(kind -> "no " + kind.id() + " case")
              .collect(Collectors.joining(", "));
    }
  }

  /** What the cases do not show of the rules that are tried; steps are those of all rules. */
  static Coverage of(
      Collection<RuleInfo> all, Collection<RuleInfo> tried, Collection<RuleCase> cases) {
    Map<String, Set<CaseKind>> kinds = new HashMap<>();
    for (RuleCase each : cases) {
      kinds.computeIfAbsent(each.rule(), id -> EnumSet.noneOf(CaseKind.class)).add(each.kind());
    }
    List<Gap> gaps = new ArrayList<>();
    for (RuleInfo rule : tried) {
      Set<CaseKind> had = kinds.getOrDefault(rule.id(), Set.of());
      List<CaseKind> missing =
          Arrays.stream(CaseKind.values()).filter(kind -> !had.contains(kind)).toList();
      if (!missing.isEmpty()) {
        gaps.add(new Gap(rule, missing));
      }
    }
    return new Coverage(gaps, emptySteps(all));
  }

  private static List<String> emptySteps(Collection<RuleInfo> rules) {
    Set<String> decided = rules.stream().map(RuleInfo::guideId).collect(Collectors.toSet());
    return Stream.concat(
            Arrays.stream(Cause.values()).filter(cause -> cause != Cause.NONE).map(Cause::id),
            Stream.of(RuleInfo.HYGIENE))
        .filter(step -> !decided.contains(step))
        .toList();
  }

  /** Whether there is nothing that no case shows. */
  public boolean complete() {
    return gaps.isEmpty() && emptySteps.isEmpty();
  }
}
