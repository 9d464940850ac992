package dev.patrol.report;

import dev.patrol.model.Cause;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Firing;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which rules fired for what, of one dossier; each once, in the order in which they did. */
final class FiredRules {
  /** A rule that fired, and where it stood in the order. */
  private record First(int order, String id, @Nullable Cause guide) {}

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
    return inOrder(Stream.concat(own(endpoint), whole.values().stream()));
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
    Stream<First> about =
        endpoint == null
            ? all.values().stream().filter(first -> guide != null && first.guide() == guide)
            : own(endpoint);
    Stream<First> itself = all.values().stream().filter(first -> first.id().equals(id));
    return inOrder(Stream.of(about, itself, whole.values().stream()).flatMap(part -> part));
  }

  private Stream<First> own(String endpoint) {
    return byEndpoint.getOrDefault(endpoint, Map.of()).values().stream();
  }

  private static List<String> inOrder(Stream<First> firsts) {
    return firsts.sorted(Comparator.comparingInt(First::order)).map(First::id).distinct().toList();
  }
}
