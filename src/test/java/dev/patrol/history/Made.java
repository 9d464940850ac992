package dev.patrol.history;

import dev.patrol.model.Answer;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Dossier;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Failure;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Judgement;
import dev.patrol.model.Mark;
import dev.patrol.model.Meaning;
import dev.patrol.model.Needs;
import dev.patrol.model.Place;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Severity;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import dev.patrol.model.TokenState;
import dev.patrol.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes up judgements and findings. */
final class Made {
  static final Instant FIRST_NIGHT = Instant.parse("2026-11-01T18:30:00Z");
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final RunTotals TOTALS = new RunTotals(1, 2, 3, 4, 5, 6, 7, 8);

  private Made() {}

  static Instant night(int number) {
    return FIRST_NIGHT.plus(Duration.ofDays(number));
  }

  static RunHeader header(String inventory, String id, Instant startedAt) {
    return new RunHeader(
        inventory + " " + id, id, inventory, "nightly", startedAt, ZONE, false, "1.0");
  }

  static RuleInfo rule(String id) {
    return new RuleInfo(
        id, Severity.HIGH, Cause.KEY_VALIDITY, "Title of " + id, "Do it.", "a.drl", 3);
  }

  static Token token(String id) {
    return Token.builder(id, TokenKind.PAT, new Place("tokens.csv", 2)).build();
  }

  static Answer accepted(String token, @Nullable String endpoint) {
    return new Answer(
        token, endpoint, null, Meaning.ACCEPTED, "sent", null, 200, "0", "", "2025", 12L);
  }

  static Answer failed(String token, @Nullable String endpoint) {
    return new Answer(
        token,
        endpoint,
        null,
        Meaning.SERVICE,
        "failed-timeout",
        Failure.TIMEOUT,
        null,
        null,
        null,
        null,
        12L);
  }

  static Diagnosis diagnosis(String token, String endpoint, Verdict verdict, Cause cause) {
    return diagnosis(token, endpoint, verdict, cause, accepted(token, endpoint));
  }

  static Diagnosis diagnosis(
      String token, String endpoint, Verdict verdict, Cause cause, Answer answer) {
    Map<Cause, Mark> steps = new EnumMap<>(Cause.class);
    Cause.steps().forEach(step -> steps.put(step, new Mark(Verdict.PASS, "as documented")));
    Endpoint made =
        Endpoint.builder(
                endpoint, token, "GET", "https://api.coze.cn/v1/x", new Place("endpoints.csv", 2))
            .build();
    return new Diagnosis(made, verdict, cause, List.of(), steps, answer);
  }

  static Judgement judgement(
      String token, TokenState state, List<Diagnosis> diagnoses, List<Finding> findings) {
    return judgement(token, state, accepted(token, null), diagnoses, findings);
  }

  static Judgement judgement(
      String token,
      TokenState state,
      Answer identity,
      List<Diagnosis> diagnoses,
      List<Finding> findings) {
    Token made = token(token);
    List<Endpoint> endpoints = diagnoses.stream().map(Diagnosis::endpoint).toList();
    Needs needs = Needs.of(new Dossier(made, endpoints, List.of()));
    return new Judgement(made, state, needs, identity, diagnoses, findings);
  }

  /** A token that is well, with one endpoint of the same name, and findings. */
  static Judgement well(String token, Finding... findings) {
    return judgement(
        token,
        TokenState.VALID,
        List.of(diagnosis(token, "e-" + token, Verdict.PASS, Cause.NONE)),
        List.of(findings));
  }

  static Finding about(
      String rule, @Nullable String token, @Nullable String endpoint, @Nullable Answer answer) {
    return finding(rule, token, endpoint, null, "seen", answer);
  }

  static Finding finding(
      String rule,
      @Nullable String token,
      @Nullable String endpoint,
      @Nullable String holder,
      String evidence,
      @Nullable Answer answer) {
    return new Finding(
        rule(rule),
        Severity.HIGH,
        FindingStatus.OPEN,
        token,
        endpoint,
        null,
        "Li Wei",
        "li.wei@example.com",
        evidence,
        Instant.parse("2026-12-01T15:59:59.123456Z"),
        answer,
        holder,
        null);
  }
}
