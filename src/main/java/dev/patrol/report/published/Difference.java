package dev.patrol.report.published;

import dev.patrol.model.Cause;
import dev.patrol.model.Severity;
import dev.patrol.model.TokenState;
import dev.patrol.model.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two runs, sorted by what it is about.
 *
 * @param findings that appeared, vanished or changed
 * @param endpoints whose verdict or cause changed
 * @param tokens whose state changed
 */
public record Difference(
    List<FindingChange> findings, List<EndpointChange> endpoints, List<TokenChange> tokens) {
  public Difference {
    findings = List.copyOf(findings);
    endpoints = List.copyOf(endpoints);
    tokens = List.copyOf(tokens);
  }

  /** What became of something from the first run to the second. */
  public enum Kind {
    APPEARED,
    VANISHED,
    CHANGED;

    static Kind of(@Nullable Object before, @Nullable Object after) {
      return before == null ? APPEARED : after == null ? VANISHED : CHANGED;
    }
  }

  /** How many findings have that kind of change. */
  public long findings(Kind kind) {
    return findings.stream().filter(change -> change.kind() == kind).count();
  }

  /**
   * How a finding stands in a run.
   *
   * @param severity how much it matters
   * @param waived whether somebody has accepted it; whether it is new there is no difference
   * @param due when it must be done, or null
   */
  public record FindingState(Severity severity, boolean waived, @Nullable Instant due) {}

  /**
   * A finding that is different; one side is null where a run does not have it.
   *
   * @param key what tells it from others
   * @param title what the newer of its runs calls it
   * @param fixed whether the second run says that it is fixed; it may also have nothing to say
   */
  public record FindingChange(
      FindingKey key,
      String title,
      @Nullable FindingState before,
      @Nullable FindingState after,
      boolean fixed) {
    /** What became of it. */
    public Kind kind() {
      return Kind.of(before, after);
    }
  }

  /** How an endpoint stands in a run. */
  public record EndpointState(Verdict verdict, Cause cause) {}

  /** An endpoint that is different; one side is null where a run does not have it. */
  public record EndpointChange(
      String token,
      String endpoint,
      @Nullable EndpointState before,
      @Nullable EndpointState after) {
    /** What became of it. */
    public Kind kind() {
      return Kind.of(before, after);
    }
  }

  /** A token that is different; one side is null where a run does not have it. */
  public record TokenChange(String token, @Nullable TokenState before, @Nullable TokenState after) {
    /** What became of it. */
    public Kind kind() {
      return Kind.of(before, after);
    }
  }
}
