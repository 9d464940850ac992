package dev.patrol.report;

import dev.patrol.model.Cause;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Firing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which rules fired for what, of one dossier; each once, in the order in which they did. */
final class FiredRules {
  /** A rule that fired, and where it stood in the order. */
  private record First(int order, String id, @Nullable Cause guide) {}

  private static final Comparator<First> BY_ORDER = Comparator.comparingInt(First::order);

  private final Map<String, First> all = new LinkedHashMap<>();
  private final Map<String, First> whole = new LinkedHashMap<>();
  private final Map<String, Map<String, First>> byEndpoint = new HashMap<>();

  FiredRules(List<Firing> trace) {
    for (int i = 0; i < trace.size(); i++) {
      Firing firing = trace.get(i);
      String id = Words.name(firing.rule().id());
      First first = new First(i, id, firing.rule().guide());
      String endpoint = firing.endpoint();
      all.putIfAbsent(id, first);
      (endpoint == null
              ? whole
              : byEndpoint.computeIfAbsent(endpoint, fresh -> new LinkedHashMap<>()))
          .putIfAbsent(id, first);
    }
  }

  /** Ids of those that fired for an endpoint, or for its token as a whole. */
  List<String> of(String endpoint) {
    return inOrder(List.of(own(endpoint), whole.values()));
  }

  /**
   * Ids of those that a finding may rest on. What is about a token may rest on what was concluded
   * about endpoints for the same step of the guide.
   */
  List<String> of(Finding finding) {
    if (finding.status() == FindingStatus.FIXED) {
      return List.of();
    }
    String endpoint = finding.endpoint();
    Cause guide = finding.rule().guide();
    String id = Words.name(finding.rule().id());
    Collection<First> about =
        endpoint == null ? guide == null ? List.of() : of(guide) : own(endpoint);
    First itself = all.get(id);
    return inOrder(List.of(about, itself == null ? List.of() : List.of(itself), whole.values()));
  }

  private Collection<First> of(Cause guide) {
    List<First> ofGuide = new ArrayList<>();
    for (First first : all.values()) {
      if (first.guide() == guide) {
        ofGuide.add(first);
      }
    }
    return ofGuide;
  }

  private Collection<First> own(String endpoint) {
    return byEndpoint.getOrDefault(endpoint, Map.of()).values();
  }

  private static List<String> inOrder(List<Collection<First>> parts) {
    List<First> firsts = new ArrayList<>();
    parts.forEach(firsts::addAll);
    firsts.sort(BY_ORDER);
    Set<String> ids = new LinkedHashSet<>();
    for (First first : firsts) {
      ids.add(first.id());
    }
    return List.copyOf(ids);
  }
}
