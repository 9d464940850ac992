package dev.patrol.report.published;

import dev.patrol.model.FindingStatus;
import dev.patrol.model.TokenState;
import dev.patrol.report.published.Difference.EndpointChange;
import dev.patrol.report.published.Difference.EndpointState;
import dev.patrol.report.published.Difference.FindingChange;
import dev.patrol.report.published.Difference.FindingState;
import dev.patrol.report.published.Difference.TokenChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds one published run against another; of the first one only the states are kept. */
public final class RunComparison {
  /** An endpoint's id is its own within the inventory, yet a damaged row may repeat it. */
  private record EndpointKey(String token, String endpoint) {}

  private final Map<FindingKey, FindingState> findings = new HashMap<>();
  private final Map<EndpointKey, EndpointState> endpoints = new HashMap<>();
  private final Map<String, TokenState> tokens = new HashMap<>();
  private final Map<String, String> titles = new HashMap<>();
  private final Set<FindingKey> fixed = new HashSet<>();
  private final List<FindingChange> changedFindings = new ArrayList<>();
  private final List<EndpointChange> changedEndpoints = new ArrayList<>();
  private final List<TokenChange> changedTokens = new ArrayList<>();

  private RunComparison() {}

  /**
   * What is different.
   *
   * @throws java.io.UncheckedIOException when one of them cannot be read to its end
   */
  public static Difference of(PublishedRun before, PublishedRun after) {
    RunComparison comparison = new RunComparison();
    before.read(comparison.new Before());
    after.read(comparison.new After());
    return comparison.difference();
  }

  private static FindingState state(PublishedFinding finding) {
    boolean waived = finding.status() == FindingStatus.WAIVED;
    return new FindingState(finding.severity(), waived, finding.due());
  }

  private Difference difference() {
    endpoints.forEach((key, state) -> add(key, state, null));
    tokens.forEach((token, state) -> changedTokens.add(new TokenChange(token, state, null)));
    findings.forEach((key, state) -> add(key, state, null));
    return new Difference(
        changedFindings.stream()
            .map(this::titled)
            .sorted(Comparator.comparing(FindingChange::kind).thenComparing(FindingChange::key))
            .toList(),
        changedEndpoints.stream()
            .sorted(
                Comparator.comparing(EndpointChange::token).thenComparing(EndpointChange::endpoint))
            .toList(),
        changedTokens.stream().sorted(Comparator.comparing(TokenChange::token)).toList());
  }

  /** Titles stand at the end of a report. */
  private FindingChange titled(FindingChange change) {
    return new FindingChange(
        change.key(),
        titles.getOrDefault(change.key().rule(), change.key().rule()),
        change.before(),
        change.after(),
        fixed.contains(change.key()));
  }

  private void add(FindingKey key, @Nullable FindingState before, @Nullable FindingState after) {
    changedFindings.add(new FindingChange(key, "", before, after, false));
  }

  private void add(EndpointKey key, @Nullable EndpointState before, @Nullable EndpointState after) {
    changedEndpoints.add(new EndpointChange(key.token(), key.endpoint(), before, after));
  }

  private final class Before implements RunVisitor {
    @Override
    public void endpoint(PublishedEndpoint endpoint) {
      endpoints.put(
          new EndpointKey(endpoint.token(), endpoint.id()),
          new EndpointState(endpoint.verdict(), endpoint.cause()));
    }

    @Override
    public void finding(PublishedFinding finding) {
      if (finding.status() != FindingStatus.FIXED) {
        findings.put(finding.key(), state(finding));
      }
    }

    @Override
    public void token(PublishedToken token) {
      tokens.put(token.id(), token.state());
    }

    @Override
    public void rule(PublishedRule rule) {
      titles.put(rule.id(), rule.title());
    }
  }

  /** What it finds equal is forgotten, so that what is left has vanished. */
  private final class After implements RunVisitor {
    private final Set<FindingKey> seen = new HashSet<>();

    @Override
    public void endpoint(PublishedEndpoint endpoint) {
      EndpointKey key = new EndpointKey(endpoint.token(), endpoint.id());
      EndpointState state = new EndpointState(endpoint.verdict(), endpoint.cause());
      EndpointState before = endpoints.remove(key);
      if (!state.equals(before)) {
        add(key, before, state);
      }
    }

    @Override
    public void finding(PublishedFinding finding) {
      FindingKey key = finding.key();
      if (finding.status() == FindingStatus.FIXED) {
        fixed.add(key);
      } else if (seen.add(key)) {
        FindingState state = state(finding);
        FindingState before = findings.remove(key);
        if (!state.equals(before)) {
          add(key, before, state);
        }
      }
    }

    @Override
    public void token(PublishedToken token) {
      TokenState before = tokens.remove(token.id());
      if (before != token.state()) {
        changedTokens.add(new TokenChange(token.id(), before, token.state()));
      }
    }

    @Override
    public void rule(PublishedRule rule) {
      titles.put(rule.id(), rule.title());
    }
  }
}
