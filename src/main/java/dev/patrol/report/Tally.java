package dev.patrol.report;

import dev.patrol.model.Answer;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Judgement;
import dev.patrol.model.Severity;
import dev.patrol.model.TokenState;
import dev.patrol.model.Verdict;
import dev.patrol.report.row.EndpointRow;
import dev.patrol.report.row.FindingRow;
import dev.patrol.report.row.Portion;
import dev.patrol.report.row.TokenRow;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Adds up the totals while judgements come in. */
final class Tally {
  private static final Map<String, TokenState> STATES = byId(TokenState.values(), TokenState::id);
  private static final Map<String, Verdict> VERDICTS = byId(Verdict.values(), Verdict::id);
  private static final Map<String, Severity> SEVERITIES = byId(Severity.values(), Severity::id);
  private static final Map<String, FindingStatus> STATUSES =
      byId(FindingStatus.values(), FindingStatus::id);

  private final Map<TokenState, Long> states = zeroes(TokenState.class);
  private final Map<Verdict, Long> verdicts = zeroes(Verdict.class);
  private final Map<Cause, Long> causes = zeroes(Cause.class);
  private final Map<FindingStatus, Map<Severity, Long>> found = new EnumMap<>(FindingStatus.class);
  private long tokens;
  private long endpoints;
  private long unanswered;

  Tally() {
    for (FindingStatus status : FindingStatus.values()) {
      found.put(status, zeroes(Severity.class));
    }
  }

  void add(Judgement judgement) {
    tokens++;
    states.merge(judgement.state(), 1L, Long::sum);
    ask(judgement.identity());
    for (Diagnosis diagnosis : judgement.diagnoses()) {
      endpoints++;
      verdicts.merge(diagnosis.verdict(), 1L, Long::sum);
      causes.merge(diagnosis.cause(), 1L, Long::sum);
      ask(diagnosis.answer());
    }
    addFindings(judgement.findings());
  }

  void addFindings(List<Finding> findings) {
    for (Finding finding : findings) {
      Objects.requireNonNull(found.get(finding.status())).merge(finding.severity(), 1L, Long::sum);
    }
  }

  /** Counts rows instead of what they were made of; unanswered probes are not among them. */
  void add(Portion portion) {
    for (TokenRow token : portion.tokens()) {
      tokens++;
      states.merge(STATES.getOrDefault(token.state(), TokenState.UNKNOWN), 1L, Long::sum);
    }
    for (EndpointRow endpoint : portion.endpoints()) {
      endpoints++;
      verdicts.merge(VERDICTS.getOrDefault(endpoint.verdict(), Verdict.UNKNOWN), 1L, Long::sum);
      Cause.of(endpoint.cause()).ifPresent(cause -> causes.merge(cause, 1L, Long::sum));
    }
    for (FindingRow finding : portion.findings()) {
      FindingStatus status = STATUSES.getOrDefault(finding.status(), FindingStatus.OPEN);
      Severity severity = SEVERITIES.getOrDefault(finding.severity(), Severity.INFO);
      Objects.requireNonNull(found.get(status)).merge(severity, 1L, Long::sum);
    }
  }

  private static <E> Map<String, E> byId(E[] values, Function<E, String> id) {
    return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(id, Function.identity()));
  }

  Totals totals() {
    return new Totals(tokens, endpoints, unanswered, states, verdicts, causes, found);
  }

  private void ask(Answer answer) {
    if (answer.failure() != null) {
      unanswered++;
    }
  }

  private static <E extends Enum<E>> Map<E, Long> zeroes(Class<E> type) {
    Map<E, Long> counts = new EnumMap<>(type);
    for (E key : type.getEnumConstants()) {
      counts.put(key, 0L);
    }
    return counts;
  }
}
