package dev.patrol.report;

import dev.patrol.model.Answer;
import dev.patrol.model.BodyType;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Dossier;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Firing;
import dev.patrol.model.Flips;
import dev.patrol.model.Judgement;
import dev.patrol.model.Level;
import dev.patrol.model.Mark;
import dev.patrol.model.Meaning;
import dev.patrol.model.Needs;
import dev.patrol.model.Operation;
import dev.patrol.model.Place;
import dev.patrol.model.RuleInfo;
import dev.patrol.model.Scope;
import dev.patrol.model.Severity;
import dev.patrol.model.SideEffect;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import dev.patrol.model.TokenState;
import dev.patrol.model.Verdict;
import dev.patrol.model.Waiver;
import dev.patrol.model.Workspace;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes up judgements for tests of the report. */
final class Sample {
  static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final Place PLACE = new Place("tokens.csv", 2);

  static final RuleInfo EXPIRED =
      rule("token-expired", Severity.CRITICAL, Cause.KEY_VALIDITY, "The token has expired");
  static final RuleInfo PERMISSION =
      rule("permission-missing", Severity.HIGH, Cause.KEY_PERMISSION, "A point is missing");
  static final RuleInfo HEADER =
      rule("header-form", Severity.HIGH, Cause.HEADER, "The Authorization header is malformed");
  static final RuleInfo ESCALATE =
      rule("ask-support", Severity.HIGH, Cause.ESCALATE, "Refused although steps 1 to 4 hold");
  static final RuleInfo UNUSED =
      rule("unused-points", Severity.LOW, null, "Points that no endpoint needs");

  static final Operation BOT_GET =
      new Operation(
          "bot-get",
          "GET",
          "/v1/bots/{bot_id}",
          new TreeSet<>(List.of("Bot.getMetadata")),
          true,
          Level.WORKSPACE,
          true,
          List.of(),
          List.of(),
          BodyType.NONE,
          SideEffect.NONE,
          false,
          "get_bot",
          "");

  /** Of nobody and nothing. */
  static final Directory DIRECTORY = directory(List.of());

  private Sample() {}

  /** The owners of the judgements' tokens, and of one workspace. */
  static Directory directory(List<Judgement> judgements) {
    return Directory.of(
        judgements.stream().map(Judgement::token).toList(),
        List.of(
            new Workspace(
                "7400000000000000002",
                "Sales",
                "王芳",
                null,
                "volcano_1001",
                null,
                null,
                null,
                Map.of(),
                new Place("workspaces.csv", 3))),
        new Directory.Contact("Platform team", "platform@example.com"));
  }

  static RunInfo run(String id, String lang) {
    return new RunInfo(
        id, NOW, ZONE, "0.1.0", "inventory", false, lang, lang.equals("zh"), List.of(7, 1));
  }

  static RunSummary summary() {
    return new RunSummary(
        List.of(),
        List.of(),
        0,
        0,
        new TreeMap<>(),
        List.of(EXPIRED, PERMISSION),
        Map.of(),
        Flips.NONE,
        List.of());
  }

  static RuleInfo rule(String id, Severity severity, @Nullable Cause guide, String title) {
    return new RuleInfo(id, severity, guide, title, "Do what " + id + " asks.", id + ".drl", 3);
  }

  static Token.Builder token(String id) {
    return Token.builder(id, TokenKind.PAT, PLACE)
        .owner("Li Wei")
        .ownerEmail("li.wei@example.com")
        .account("volcano_1001")
        .environment("production")
        .createdAt(Instant.parse("2026-11-01T00:00:00Z"))
        .expiresAt(Instant.parse("2026-11-30T15:59:59Z"))
        .permissions(Scope.of(List.of("Bot.getMetadata", "Workspace.list")))
        .workspaces(Scope.of(List.of("7400000000000000001")));
  }

  static Endpoint.Builder endpoint(String id, String token) {
    return Endpoint.builder(
            id,
            token,
            "GET",
            "https://api.coze.cn/v1/bots/7500000000000000001",
            new Place("endpoints.csv", 7))
        .workspace("7400000000000000001")
        .application("support-desk")
        .operation(BOT_GET);
  }

  static Answer accepted(String token, @Nullable String endpoint) {
    return answer(token, endpoint, Meaning.ACCEPTED, 200, "0", "");
  }

  static Answer refused(String token, @Nullable String endpoint) {
    return answer(
        token,
        endpoint,
        Meaning.RIGHT_REFUSED,
        200,
        "4101",
        "The token you entered does not have permission");
  }

  static Answer answer(
      String token, @Nullable String endpoint, Meaning meaning, int http, String code, String msg) {
    String logid = "20261122100000ABCDEF0000000000000A";
    return new Answer(
        token, endpoint, BOT_GET, meaning, "sent", null, http, code, msg, logid, 128L);
  }

  /** All steps hold but those given. */
  static Map<Cause, Mark> steps(Map<Cause, Mark> others) {
    Map<Cause, Mark> steps = new EnumMap<>(Cause.class);
    for (Cause step : Cause.steps()) {
      steps.put(step, new Mark(Verdict.PASS, "as documented"));
    }
    steps.putAll(others);
    return steps;
  }

  static Diagnosis passing(Endpoint endpoint) {
    return new Diagnosis(
        endpoint,
        Verdict.PASS,
        Cause.NONE,
        List.of(),
        steps(Map.of()),
        accepted(endpoint.token(), endpoint.id()));
  }

  static Diagnosis unknown(Endpoint endpoint) {
    return new Diagnosis(
        endpoint,
        Verdict.UNKNOWN,
        Cause.NONE,
        List.of(),
        steps(Map.of(Cause.KEY_PERMISSION, new Mark(Verdict.UNKNOWN, "no points are declared"))),
        Answer.skipped(endpoint.token(), endpoint.id(), "side-effect"));
  }

  static Diagnosis failing(Endpoint endpoint, Cause cause, String evidence) {
    Map<Cause, Mark> marks =
        cause.isStep() ? Map.of(cause, new Mark(Verdict.FAIL, evidence)) : Map.of();
    return new Diagnosis(
        endpoint,
        Verdict.FAIL,
        cause,
        List.of(),
        steps(marks),
        refused(endpoint.token(), endpoint.id()));
  }

  static Finding finding(RuleInfo rule, @Nullable Endpoint endpoint, Token token, String evidence) {
    return finding(rule, rule.severity(), endpoint, token, evidence, null);
  }

  static Finding finding(
      RuleInfo rule,
      Severity severity,
      @Nullable Endpoint endpoint,
      Token token,
      String evidence,
      @Nullable Instant due) {
    return new Finding(
        rule,
        severity,
        FindingStatus.NEW,
        token.id(),
        endpoint == null ? null : endpoint.id(),
        endpoint == null ? null : endpoint.workspace(),
        token.owner(),
        token.ownerEmail(),
        evidence,
        due,
        endpoint == null ? null : refused(token.id(), endpoint.id()),
        null,
        null);
  }

  /** A waiver of a rule's findings about a token. */
  static Waiver waiver(RuleInfo rule, String token) {
    return new Waiver(
        rule.id(),
        token,
        null,
        null,
        "moves to a service token",
        "Wang Fang",
        Instant.parse("2026-12-31T15:59:59Z"),
        Map.of(),
        new Place("waivers.csv", 4));
  }

  static Judgement judgement(
      Token token, TokenState state, List<Diagnosis> diagnoses, List<Finding> findings) {
    List<Endpoint> endpoints = diagnoses.stream().map(Diagnosis::endpoint).toList();
    Needs needs = Needs.of(new Dossier(token, endpoints, List.of()));
    return new Judgement(token, state, needs, accepted(token.id(), null), diagnoses, findings);
  }

  /** The same judgement as if these rules had fired. */
  static Judgement traced(Judgement judgement, Firing... trace) {
    return new Judgement(
        judgement.token(),
        judgement.state(),
        judgement.needs(),
        judgement.identity(),
        judgement.diagnoses(),
        judgement.findings(),
        List.of(trace),
        judgement.errors());
  }

  /** A token with one endpoint that the vendor's support must look at. */
  static Judgement escalated(String token, String endpoint) {
    Diagnosis failing = failing(endpoint(endpoint, token).build(), Cause.ESCALATE, "");
    return judgement(token(token).build(), TokenState.VALID, List.of(failing), List.of());
  }

  /** A token with one endpoint that passes. */
  static Judgement plain(String token, String endpoint) {
    Token plain = token(token).build();
    return judgement(
        plain, TokenState.VALID, List.of(passing(endpoint(endpoint, token).build())), List.of());
  }
}
