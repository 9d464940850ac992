package dev.patrol.audit;

import static java.util.Objects.requireNonNullElse;

import dev.patrol.audit.ReplayDifference.Change;
import dev.patrol.audit.ReplayDifference.EndpointChange;
import dev.patrol.audit.ReplayDifference.State;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Judgement;
import dev.patrol.report.SafeText;
import dev.patrol.report.published.FindingKey;
import dev.patrol.report.published.PublishedEndpoint;
import dev.patrol.report.published.PublishedFinding;
import dev.patrol.report.published.PublishedRun;
import dev.patrol.report.published.PublishedToken;
import dev.patrol.report.published.RunVisitor;
import dev.patrol.report.published.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Holds what rules make of recorded facts against what the run published, token by token, so that
 * memory does not grow with the run.
 */
public final class ReplayComparison implements RunVisitor {
  private final PublishedRun run;
  private final Replay replay;
  private final ReplayDifference difference;
  private final Map<FindingKey, Deque<State>> published = new TreeMap<>();
  private final Map<String, PublishedEndpoint> endpoints = new HashMap<>();

  private ReplayComparison(PublishedRun run, Replay replay, int kept) {
    this.run = run;
    this.replay = replay;
    this.difference = new ReplayDifference(kept);
  }

  /**
   * What would be different.
   *
   * @param kept how many changes of each rule are kept
   * @throws UncheckedIOException when report or facts cannot be read to their end, or do not belong
   *     together
   */
  public static ReplayDifference of(PublishedRun run, Replay replay, int kept) {
    ReplayComparison comparison = new ReplayComparison(run, replay, kept);
    run.read(comparison);
    comparison.finish();
    return comparison.difference;
  }

  @Override
  public void endpoint(PublishedEndpoint endpoint) {
    endpoints.put(endpoint.id(), endpoint);
  }

  @Override
  public void finding(PublishedFinding finding) {
    if (finding.status() != FindingStatus.FIXED) {
      published
          .computeIfAbsent(finding.key(), key -> new ArrayDeque<>())
          .add(
              new State(
                  finding.severity(),
                  finding.status() == FindingStatus.WAIVED,
                  finding.due(),
                  finding.evidence()));
    }
  }

  @Override
  public void token(PublishedToken token) {
    Judgement judgement = replay.hasNext() ? replay.next() : null;
    if (judgement == null || !SafeText.name(judgement.token().id()).equals(token.id())) {
      throw apart(token.id());
    }
    difference.judged();
    compare(judgement.findings());
    for (Diagnosis diagnosis : judgement.diagnoses()) {
      compare(diagnosis);
    }
    endpoints.clear();
  }

  private void finish() {
    if (replay.hasNext()) {
      throw apart(replay.next().token().id());
    }
    compare(replay.across());
  }

  private UncheckedIOException apart(String token) {
    String message =
        run.folder() + ": its facts are not those of its findings, at token \"" + token + "\"";
    return new UncheckedIOException(message, new IOException(message));
  }

  private void compare(Diagnosis now) {
    PublishedEndpoint before = endpoints.get(SafeText.name(now.endpoint().id()));
    if (before != null && (before.verdict() != now.verdict() || before.cause() != now.cause())) {
      difference.add(
          new EndpointChange(
              before.token(),
              before.id(),
              before.verdict(),
              before.cause(),
              now.verdict(),
              now.cause()));
    }
  }

  /**
   * Several findings of one rule about one subject are paired where they are equal, then in order.
   */
  private void compare(Collection<Finding> findings) {
    Map<FindingKey, List<State>> now = new TreeMap<>();
    for (Finding finding : findings) {
      FindingKey key = key(finding);
      State state = state(finding);
      Deque<State> before = published.get(key);
      if (before == null || !before.remove(state)) {
        now.computeIfAbsent(key, k -> new ArrayList<>()).add(state);
      }
    }
    now.forEach(
        (key, states) -> {
          Deque<State> before = requireNonNullElse(published.get(key), new ArrayDeque<>());
          states.forEach(
              state -> difference.add(new Change(key.rule(), key.subject(), before.poll(), state)));
        });
    published.forEach(
        (key, states) ->
            states.forEach(
                state -> difference.add(new Change(key.rule(), key.subject(), state, null))));
    published.clear();
  }

  private static FindingKey key(Finding finding) {
    return new FindingKey(
        finding.rule().id(),
        new Subject(
            SafeText.name(finding.token()),
            SafeText.name(finding.endpoint()),
            SafeText.name(finding.workspace()),
            SafeText.name(finding.holder())));
  }

  private static State state(Finding finding) {
    return new State(
        finding.severity(),
        finding.status() == FindingStatus.WAIVED,
        finding.due() == null
            ? null
            : Objects.requireNonNull(finding.due()).truncatedTo(ChronoUnit.SECONDS),
        SafeText.of(finding.evidence()));
  }
}
