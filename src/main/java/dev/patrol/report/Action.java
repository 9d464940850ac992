package dev.patrol.report;

import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done: what one rule found about one token, as often as it found it.
 *
 * @param finding the first of the findings
 * @param times how many there are
 * @param endpoints ids of the endpoints they hit, in the inventory's order
 * @param due the earliest day on which one of them must be done, or null
 * @param statuses how many of them have which status
 * @param since when the first of them was first seen, or null when no run is known
 */
record Action(
    Finding finding,
    int times,
    Set<String> endpoints,
    @Nullable Instant due,
    Map<FindingStatus, Integer> statuses,
    @Nullable Instant since) {
  /** What is more urgent stands first: severity, then the day, then how much it hits. */
  static final Comparator<Urgency> URGENCY =
      Comparator.comparing(Urgency::severity)
          .thenComparing(Urgency::due, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Urgency::endpoints, Comparator.reverseOrder());

  /** What actions are ordered by. */
  record Urgency(Severity severity, @Nullable Instant due, int endpoints) {}

  Urgency urgency() {
    return new Urgency(finding.severity(), due, endpoints.size());
  }

  /** How many of them have that status. */
  int count(FindingStatus status) {
    return statuses.getOrDefault(status, 0);
  }

  /** What a dossier's findings ask for; mere information and closed findings ask for nothing. */
  static List<Action> of(List<Finding> findings, List<Diagnosis> diagnoses) {
    Map<String, List<Finding>> groups = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (finding.status().isOpen() && finding.severity() != Severity.INFO) {
        String key = finding.rule().id() + "\n" + finding.severity().id() + "\n" + finding.owner();
        groups.computeIfAbsent(key, fresh -> new ArrayList<>()).add(finding);
      }
    }
    return groups.values().stream().map(group -> sum(group, diagnoses)).toList();
  }

  private static Action sum(List<Finding> group, List<Diagnosis> diagnoses) {
    Set<String> endpoints = new LinkedHashSet<>();
    Map<FindingStatus, Integer> statuses = new EnumMap<>(FindingStatus.class);
    Instant due = null;
    Instant since = null;
    for (Finding finding : group) {
      endpoints.addAll(hit(finding, diagnoses));
      statuses.merge(finding.status(), 1, Integer::sum);
      due = earlier(due, finding.due());
      since = earlier(since, finding.firstSeen());
    }
    return new Action(group.get(0), group.size(), endpoints, due, statuses, since);
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  private static List<String> hit(Finding finding, List<Diagnosis> diagnoses) {
    if (finding.endpoint() != null) {
      return List.of(finding.endpoint());
    }
    Cause guide = finding.rule().guide();
    String workspace = finding.workspace();
    return diagnoses.stream()
        .filter(diagnosis -> diagnosis.cause() == guide)
        .map(Diagnosis::endpoint)
        .filter(endpoint -> workspace == null || workspace.equals(endpoint.workspace()))
        .map(endpoint -> endpoint.id())
        .toList();
  }
}
