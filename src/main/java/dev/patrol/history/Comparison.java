package dev.patrol.history;

import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.RuleInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Holds one set of findings against what earlier runs knew of the same subjects. */
final class Comparison {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(finding -> finding.rule().id())
          .thenComparing(finding -> StoredText.of(finding.token()))
          .thenComparing(finding -> StoredText.of(finding.endpoint()))
          .thenComparing(finding -> StoredText.of(finding.workspace()))
          .thenComparing(finding -> StoredText.of(finding.holder()));

  private final long run;
  private final Instant startedAt;
  private final Map<FindingKey, FindingEvent> before = new LinkedHashMap<>();
  private final Set<FindingKey> seen = new HashSet<>();
  private final List<FindingEvent> events = new ArrayList<>();

  Comparison(long run, Instant startedAt, Collection<FindingEvent> before) {
    this.run = run;
    this.startedAt = startedAt;
    before.forEach(event -> this.before.put(event.key(), event));
  }

  /** The findings, each with its status, unless it is waived, and when it was first seen. */
  List<Finding> judge(
      List<Finding> findings,
      String dossier,
      Function<Finding, Basis> basis,
      ToLongFunction<RuleInfo> ruleNo) {
    List<Finding> judged = new ArrayList<>();
    for (Finding finding : findings) {
      FindingKey key = FindingKey.of(finding, dossier);
      FindingEvent known = before.get(key);
      FindingEvent.Kind kind =
          known == null
              ? FindingEvent.Kind.NEW
              : known.isOpen() ? FindingEvent.Kind.CHANGED : FindingEvent.Kind.REOPENED;
      Instant firstSeen = known == null ? startedAt : known.firstSeen();
      boolean waived = finding.status() == FindingStatus.WAIVED;
      judged.add(finding.as(waived ? FindingStatus.WAIVED : status(kind), firstSeen));
      if (seen.add(key)) {
        FindingEvent event = event(kind, key, finding, firstSeen, basis.apply(finding), ruleNo);
        if (kind != FindingEvent.Kind.CHANGED || known == null || !event.repeats(known)) {
          events.add(event);
        }
      }
    }
    return judged;
  }

  private FindingEvent event(
      FindingEvent.Kind kind,
      FindingKey key,
      Finding finding,
      Instant firstSeen,
      Basis basis,
      ToLongFunction<RuleInfo> ruleNo) {
    return new FindingEvent(
        run,
        kind,
        key,
        ruleNo.applyAsLong(finding.rule()),
        firstSeen,
        finding.severity(),
        StoredText.of(finding.evidence()),
        StoredText.of(finding.owner()),
        StoredText.of(finding.ownerEmail()),
        finding.due(),
        basis);
  }

  private static FindingStatus status(FindingEvent.Kind kind) {
    return switch (kind) {
      case NEW -> FindingStatus.NEW;
      case REOPENED -> FindingStatus.REOPENED;
      case CHANGED -> FindingStatus.OPEN;
      case FIXED -> FindingStatus.FIXED;
    };
  }

  /** Those that were open, are missing, and would have been found; after {@link #judge}. */
  List<Finding> fixed(Predicate<FindingEvent> wouldBeFound, Function<FindingEvent, RuleInfo> rule) {
    List<Finding> fixed = new ArrayList<>();
    for (FindingEvent event : before.values()) {
      if (event.isOpen() && !seen.contains(event.key()) && wouldBeFound.test(event)) {
        fixed.add(finding(event, rule.apply(event)));
        events.add(event.fixed(run));
      }
    }
    fixed.sort(ORDER);
    return fixed;
  }

  private static Finding finding(FindingEvent event, RuleInfo rule) {
    FindingKey key = event.key();
    return new Finding(
        rule,
        event.severity(),
        FindingStatus.FIXED,
        StoredText.orNull(key.token()),
        StoredText.orNull(key.endpoint()),
        StoredText.orNull(key.workspace()),
        StoredText.orNull(event.owner()),
        StoredText.orNull(event.ownerEmail()),
        event.evidence(),
        event.due(),
        null,
        StoredText.orNull(key.holder()),
        event.firstSeen());
  }

  /** What happened, to be written down. */
  List<FindingEvent> events() {
    return List.copyOf(events);
  }
}
