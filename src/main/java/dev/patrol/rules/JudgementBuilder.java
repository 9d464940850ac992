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

/**
 * Puts together what the rules said about one dossier. It decides nothing about a step: a step that
 * no rule failed or doubted holds.
 */
final class JudgementBuilder {
  private static final Map<Cause, String> HOLDS =
      Map.of(
          Cause.KEY_OAUTH, "the key does not depend on an OAuth flow, or its flow is complete",
          Cause.KEY_VALIDITY, "nothing speaks against the key's validity",
          Cause.KEY_PERMISSION, "every permission point it needs is declared or was accepted",
          Cause.KEY_WORKSPACE, "its workspace is declared or was accepted, or none is needed",
          Cause.URL_HOST, "scheme, host and site are right",
          Cause.URL_PATH, "method and path are documented, and the path's ids are filled in",
          Cause.URL_QUERY, "every required query parameter is filled in",
          Cause.HEADER, "the header is Bearer, one space, and the token",
          Cause.FIELDS, "every required field of the body is filled in");

  private final Probed probed;
  private final TokenNotes notes;
  private final Rights rights;
  private final Trace trace;
  private final Today today;

  JudgementBuilder(
      Probed probed, Conclusions conclusions, Rights rights, Trace trace, Today today) {
    this.probed = probed;
    this.notes = conclusions.notes(probed.dossier().token().id());
    this.rights = rights;
    this.trace = trace;
    this.today = today;
  }

  Judgement build() {
    List<Diagnosis> diagnoses = new ArrayList<>();
    for (Endpoint endpoint : notes.endpoints()) {
      diagnoses.add(diagnosis(endpoint));
    }
    List<Finding> findings = notes.findings();
    return new Judgement(
        notes.token(),
        state(findings),
        needs(),
        probed.identity(),
        diagnoses,
        findings,
        trace.of(notes.token().id()),
        List.of());
  }

  private Diagnosis diagnosis(Endpoint endpoint) {
    Map<Cause, Mark> steps = new EnumMap<>(Cause.class);
    for (Cause step : Cause.steps()) {
      Mark mark = notes.mark(endpoint.id(), step);
      steps.put(step, mark == null ? new Mark(Verdict.PASS, HOLDS.getOrDefault(step, "")) : mark);
    }
    Cause cause = cause(endpoint);
    Answer answer = notes.answer(endpoint.id());
    return new Diagnosis(
        endpoint,
        verdict(cause, steps.values()),
        cause,
        notes.alternatives(endpoint.id(), cause),
        steps,
        answer);
  }

  private Cause cause(Endpoint endpoint) {
    for (Cause cause : Cause.values()) {
      Mark mark = notes.mark(endpoint.id(), cause);
      if (mark != null && mark.verdict() == Verdict.FAIL) {
        return cause;
      }
    }
    return Cause.NONE;
  }

  private static Verdict verdict(Cause cause, Collection<Mark> steps) {
    if (cause == Cause.SERVICE) {
      return Verdict.UNKNOWN;
    }
    if (cause != Cause.NONE) {
      return Verdict.FAIL;
    }
    boolean open = steps.stream().anyMatch(mark -> mark.verdict() == Verdict.UNKNOWN);
    return open ? Verdict.UNKNOWN : Verdict.PASS;
  }

  private TokenState state(List<Finding> findings) {
    Token token = notes.token();
    if (failed(Cause.KEY_VALIDITY) || failed(Cause.KEY_OAUTH)) {
      boolean over = token.expiresAt() != null && today.isPast(token.expiresAt());
      boolean switchedOff = token.status() != null && token.status() != TokenStatus.ACTIVE;
      return over && !switchedOff ? TokenState.EXPIRED : TokenState.INVALID;
    }
    Mark validity = notes.mark(Cause.KEY_VALIDITY);
    if (validity == null || validity.verdict() == Verdict.UNKNOWN) {
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
    return Needs.of(probed.dossier()).corrected(rights.lacking(token), rights.holding(token));
  }
}
