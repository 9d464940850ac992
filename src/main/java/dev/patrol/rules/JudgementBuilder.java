package dev.patrol.rules;

import dev.patrol.model.Answer;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Finding;
import dev.patrol.model.Judgement;
import dev.patrol.model.Mark;
import dev.patrol.model.Needs;
import dev.patrol.model.Probed;
import dev.patrol.model.RuleError;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Today;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import dev.patrol.model.TokenState;
import dev.patrol.model.TokenStatus;
import dev.patrol.model.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what the rules said about one dossier. It decides nothing about a step: a step that
 * no rule failed or doubted holds.
 */
final class JudgementBuilder {
  /** Where no rule spoke; of the key's life one always speaks, unless it is switched off. */
  private static final Map<Cause, Mark> UNSPOKEN =
      new EnumMap<>(
          Map.of(
              Cause.KEY_OAUTH,
              holds("the key does not depend on an OAuth flow, or its flow is complete"),
              Cause.KEY_VALIDITY,
              new Mark(Verdict.UNKNOWN, "no rule spoke about the key's validity"),
              Cause.KEY_PERMISSION,
              holds("every permission point it needs is declared or was accepted"),
              Cause.KEY_WORKSPACE,
              holds("its workspace is declared or was accepted, or none is needed"),
              Cause.URL_HOST,
              holds("scheme, host and site are right"),
              Cause.URL_PATH,
              holds("method and path are documented, and the path's ids are filled in"),
              Cause.URL_QUERY,
              holds("every required query parameter is filled in"),
              Cause.HEADER,
              holds("the header is Bearer, one space, and the token"),
              Cause.FIELDS,
              holds("every required field of the body is filled in")));

  private static final List<Cause> CAUSES = List.of(Cause.values());

  private final Probed probed;
  private final TokenNotes notes;
  private final Rights rights;
  private final Trace trace;
  private final Today today;
  private final Map<RuleInfo, String> leftOut;

  JudgementBuilder(
      Probed probed,
      Conclusions conclusions,
      Rights rights,
      Trace trace,
      Today today,
      Map<RuleInfo, String> leftOut) {
    this.probed = probed;
    this.notes = conclusions.notes(probed.dossier().token().id());
    this.rights = rights;
    this.trace = trace;
    this.today = today;
    this.leftOut = leftOut;
  }

  Judgement build() {
    List<Diagnosis> diagnoses = new ArrayList<>();
    for (Endpoint endpoint : notes.endpoints()) {
      diagnoses.add(diagnosis(endpoint));
    }
    List<Finding> findings = new ArrayList<>(notes.findings());
    findings.removeIf(finding -> !isTold(finding));
    return new Judgement(
        notes.token(),
        state(findings),
        needs(),
        probed.identity(),
        diagnoses,
        findings,
        trace.of(notes.token().id()),
        leftOut.entrySet().stream()
            .map(rule -> new RuleError(rule.getKey(), notes.token().id(), rule.getValue()))
            .toList());
  }

  private Diagnosis diagnosis(Endpoint endpoint) {
    Map<Cause, Mark> marks = notes.marks(endpoint.id());
    Map<Cause, Mark> steps = new EnumMap<>(UNSPOKEN);
    for (Cause step : Cause.steps()) {
      Mark mark = mark(marks.get(step), step);
      if (mark != null) {
        steps.put(step, mark);
      }
    }
    Cause cause = cause(marks);
    Answer answer = notes.answer(endpoint.id());
    return new Diagnosis(
        endpoint,
        verdict(cause, steps.values()),
        cause,
        notes.alternatives(endpoint.id(), cause),
        steps,
        answer);
  }

  /** What a rule would have said that could not be asked outweighs that others held it to pass. */
  private @Nullable Mark mark(@Nullable Mark mark, Cause step) {
    if (leftOut.isEmpty() || (mark != null && mark.verdict() == Verdict.FAIL)) {
      return mark;
    }
    String unasked =
        leftOut.entrySet().stream()
            .filter(rule -> rule.getKey().guide() == step)
            .map(rule -> unasked(rule.getKey(), rule.getValue()))
            .collect(Collectors.joining("; "));
    return unasked.isEmpty() ? mark : new Mark(Verdict.UNKNOWN, unasked);
  }

  private static Mark holds(String evidence) {
    return new Mark(Verdict.PASS, evidence);
  }

  private static String unasked(RuleInfo rule, String reason) {
    return "rule %s could not be evaluated: %s".formatted(rule.id(), reason);
  }

  private Cause cause(Map<Cause, Mark> marks) {
    for (Cause cause : CAUSES) {
      Mark mark = marks.get(cause);
      if (mark != null && mark.verdict() == Verdict.FAIL && isTold(cause)) {
        return cause;
      }
    }
    return Cause.NONE;
  }

  /** To escalate is for calls of which all steps hold, which nobody knows without all rules. */
  private boolean isTold(Cause cause) {
    return cause != Cause.ESCALATE || leftOut.keySet().stream().noneMatch(JudgementBuilder::ofStep);
  }

  private boolean isTold(Finding finding) {
    Cause guide = finding.rule().guide();
    return guide == null || isTold(guide);
  }

  private static boolean ofStep(RuleInfo rule) {
    return rule.guide() != null && rule.guide().isStep();
  }

  private Verdict verdict(Cause cause, Collection<Mark> steps) {
    if (cause == Cause.SERVICE) {
      return Verdict.UNKNOWN;
    }
    if (cause != Cause.NONE) {
      return Verdict.FAIL;
    }
    if (!leftOut.isEmpty() && leftOut.keySet().stream().anyMatch(rule -> rule.guide() != null)) {
      return Verdict.UNKNOWN;
    }
    for (Mark mark : steps) {
      if (mark.verdict() == Verdict.UNKNOWN) {
        return Verdict.UNKNOWN;
      }
    }
    return Verdict.PASS;
  }

  private TokenState state(List<Finding> findings) {
    Token token = notes.token();
    if (failed(Cause.KEY_VALIDITY) || failed(Cause.KEY_OAUTH)) {
      boolean over = token.expiresAt() != null && today.isPast(token.expiresAt());
      boolean switchedOff = token.status() != null && token.status() != TokenStatus.ACTIVE;
      return over && !switchedOff ? TokenState.EXPIRED : TokenState.INVALID;
    }
    Mark validity = notes.mark(Cause.KEY_VALIDITY);
    boolean unasked =
        leftOut.keySet().stream()
            .anyMatch(r -> r.guide() == Cause.KEY_VALIDITY || r.guide() == Cause.KEY_OAUTH);
    if (unasked || validity == null || validity.verdict() == Verdict.UNKNOWN) {
      return TokenState.UNKNOWN;
    }
    boolean expiring =
        findings.stream()
            .filter(finding -> RuleInfo.HYGIENE.equals(finding.rule().guideId()))
            .anyMatch(finding -> finding.due() != null && token.kind() != TokenKind.OAUTH);
    return expiring ? TokenState.EXPIRING : TokenState.VALID;
  }

  private boolean failed(Cause step) {
    Mark mark = notes.mark(step);
    return mark != null && mark.verdict() == Verdict.FAIL;
  }

  private Needs needs() {
    String token = notes.token().id();
    return notes.needs().corrected(rights.lacking(token), rights.holding(token));
  }
}
