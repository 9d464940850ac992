package dev.patrol.audit;

import dev.patrol.model.Cause;
import dev.patrol.model.Severity;
import dev.patrol.model.Verdict;
import dev.patrol.report.published.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What other rules would have said of a run: how many findings of each rule, and the first few of
 * them in the run's order.
 */
public final class ReplayDifference {
  /** What would become of something. */
  public enum Kind {
    APPEARS,
    VANISHES,
    CHANGES;

    static Kind of(@Nullable Object before, @Nullable Object after) {
      return before == null ? APPEARS : after == null ? VANISHES : CHANGES;
    }
  }

  /** How a finding stands; {@code due} to the second. */
  public record State(Severity severity, boolean waived, @Nullable Instant due, String evidence) {}

  /** A finding that would be different; one side is null where there is none. */
  public record Change(
      String rule, Subject subject, @Nullable State before, @Nullable State after) {
    /** What would become of it. */
    public Kind kind() {
      return Kind.of(before, after);
    }
  }

  /** An endpoint that would get another verdict or cause. */
  public record EndpointChange(
      String token,
      String endpoint,
      Verdict verdictBefore,
      Cause causeBefore,
      Verdict verdict,
      Cause cause) {}

  /** The changes of one rule's findings. */
  public static final class RuleChanges {
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final List<Change> first = new ArrayList<>();

    private RuleChanges() {}

    /** How many there are of that kind. */
    public long count(Kind kind) {
      return counts.getOrDefault(kind, 0L);
    }

    /** How many there are. */
    public long count() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The first few, in the run's order. */
    public List<Change> first() {
      return List.copyOf(first);
    }
  }

  private final int kept;
  private final SortedMap<String, RuleChanges> byRule = new TreeMap<>();
  private final List<EndpointChange> endpoints = new ArrayList<>();
  private long endpointCount;
  private long dossiers;

  /** Keeps so many changes of each rule, and as many endpoints. */
  ReplayDifference(int kept) {
    this.kept = kept;
  }

  void add(Change change) {
    RuleChanges changes = byRule.computeIfAbsent(change.rule(), rule -> new RuleChanges());
    changes.counts.merge(change.kind(), 1L, Long::sum);
    if (changes.first.size() < kept) {
      changes.first.add(change);
    }
  }

  void add(EndpointChange change) {
    endpointCount++;
    if (endpoints.size() < kept) {
      endpoints.add(change);
    }
  }

  void judged() {
    dossiers++;
  }

  /** The rules whose findings would be different, by id. */
  public SortedMap<String, RuleChanges> byRule() {
    return byRule;
  }

  /** How many findings would do so. */
  public long findings(Kind kind) {
    return byRule.values().stream().mapToLong(changes -> changes.count(kind)).sum();
  }

  /** The first few endpoints that would get another verdict or cause. */
  public List<EndpointChange> endpoints() {
    return List.copyOf(endpoints);
  }

  /** How many endpoints would get another verdict or cause. */
  public long endpointCount() {
    return endpointCount;
  }

  /** How many dossiers were judged. */
  public long dossiers() {
    return dossiers;
  }
}
