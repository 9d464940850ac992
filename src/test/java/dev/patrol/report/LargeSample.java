package dev.patrol.report;

import dev.patrol.model.Answer;
import dev.patrol.model.BodyType;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Failure;
import dev.patrol.model.Finding;
import dev.patrol.model.FindingStatus;
import dev.patrol.model.Flips;
import dev.patrol.model.InventoryIssue;
import dev.patrol.model.Judgement;
import dev.patrol.model.Level;
import dev.patrol.model.Mark;
import dev.patrol.model.Meaning;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A team's audit as it may well come: 15 tokens, 60 endpoints, every cause. */
final class LargeSample {
  private static final String[] OWNERS = {"Li Wei", "王芳", "Anna Schmidt", "Chen Jie", "Tom Baker"};
  private static final String[] APPLICATIONS = {
    "support-desk", "crm-sync", "知识库机器人", "report-mailer", "mobile-app"
  };
  private static final List<Cause> CAUSES =
      List.of(
          Cause.NONE,
          Cause.KEY_PERMISSION,
          Cause.NONE,
          Cause.KEY_WORKSPACE,
          Cause.NONE,
          Cause.URL_HOST,
          Cause.NONE,
          Cause.URL_PATH,
          Cause.NONE,
          Cause.HEADER,
          Cause.NONE,
          Cause.URL_QUERY,
          Cause.NONE,
          Cause.FIELDS,
          Cause.NONE,
          Cause.ESCALATE,
          Cause.NONE,
          Cause.RESOURCE,
          Cause.QUOTA,
          Cause.NONE,
          Cause.SERVICE,
          Cause.RISK_CONTROL);
  private static final Map<Cause, RuleInfo> RULES = LargeSampleRules.byCause();

  private LargeSample() {}

  static RunSummary summary() {
    List<RuleInfo> rules = new ArrayList<>(RULES.values());
    rules.addAll(
        List.of(
            LargeSampleRules.EXPIRING,
            LargeSampleRules.PAT_IN_PRODUCTION,
            LargeSampleRules.UNUSED));
    Finding across =
        new Finding(
            LargeSampleRules.PAT_IN_PRODUCTION,
            Severity.MEDIUM,
            FindingStatus.NEW,
            null,
            null,
            null,
            "Li Wei",
            "li.wei@example.com",
            "Li Wei holds 10 personal tokens of 10 that one person may hold",
            null,
            null,
            "owner Li Wei, pat, personal",
            null);
    return new RunSummary(
        List.of(
            new InventoryIssue(
                "tokens.csv", 17, "expires_at", "soon", "expected a date such as 2026-12-01"),
            new InventoryIssue(
                "endpoints.csv", 31, "token", "ops-old", "no such token in tokens.csv"),
            new InventoryIssue("endpoints.csv", 44, "", "", "expected 9 cells, got 11")),
        List.of(across),
        47,
        9,
        Map.of("volcano_1001", 31L, "personal-li", 12L, "", 4L),
        rules,
        Map.of(),
        Flips.NONE,
        List.of(
            "api.coze.com was given up after 5 failures in a row; its endpoints stay unknown."));
  }

  static List<Judgement> judgements() {
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      judgements.add(judgement(i));
    }
    return judgements;
  }

  private static Judgement judgement(int i) {
    TokenState state =
        switch (i) {
          case 2, 9 -> TokenState.EXPIRED;
          case 5 -> TokenState.INVALID;
          case 3, 7, 11 -> TokenState.EXPIRING;
          case 13 -> TokenState.UNKNOWN;
          default -> TokenState.VALID;
        };
    Token token = token(i, state);
    List<Diagnosis> diagnoses = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (int j = 0; j < 4; j++) {
      Cause planned = CAUSES.get((i * 4 + j) % CAUSES.size());
      boolean dead = state == TokenState.EXPIRED || state == TokenState.INVALID;
      Diagnosis diagnosis = diagnosis(i * 4 + j, token, dead ? Cause.KEY_VALIDITY : planned);
      diagnoses.add(diagnosis);
      RuleInfo rule = RULES.get(diagnosis.cause());
      if (rule != null) {
        findings.add(finding(rule, token, diagnosis, null));
      }
    }
    if (state == TokenState.EXPIRING) {
      findings.add(finding(LargeSampleRules.EXPIRING, token, null, token.expiresAt()));
    }
    if (i % 4 == 0) {
      findings.add(finding(LargeSampleRules.PAT_IN_PRODUCTION, token, null, null));
    }
    findings.add(finding(LargeSampleRules.UNUSED, token, null, null));
    findings.sort(Comparator.comparing(Finding::severity));
    return Sample.judgement(token, state, diagnoses, findings);
  }

  private static Token token(int i, TokenState state) {
    Duration left =
        switch (state) {
          case EXPIRED -> Duration.ofDays(-3L - i);
          case EXPIRING -> Duration.ofDays(i / 2);
          default -> Duration.ofDays(9L + 4L * i);
        };
    boolean service = i % 5 == 4;
    Token.Builder token =
        Token.builder(
                (service ? "svc-" : "desk-")
                    + APPLICATIONS[i % 5].replace("知识库机器人", "kb")
                    + "-"
                    + i,
                service ? TokenKind.SAT : i == 6 ? TokenKind.OAUTH : TokenKind.PAT,
                new Place("tokens.csv", i + 2L))
            .owner(i == 12 ? null : OWNERS[i % 5])
            .ownerEmail(i == 12 ? null : "owner" + i % 5 + "@example.com")
            .account("volcano_1001")
            .environment(i % 3 == 0 ? "production" : "staging")
            .permissions(Scope.of(List.of("Bot.getMetadata", "Connector.botChat", "Workflow.run")))
            .workspaces(
                i == 4 ? Scope.everything() : Scope.of(List.of(workspace(i), workspace(0))));
    if (service && i == 4) {
      return token.neverExpires(true).build();
    }
    return i == 13 ? token.build() : token.expiresAt(Sample.NOW.plus(left)).build();
  }

  private static Diagnosis diagnosis(int n, Token token, Cause cause) {
    Operation operation = operation(n);
    Endpoint endpoint =
        Endpoint.builder(
                "ep-" + (100 + n),
                token.id(),
                operation.method(),
                "https://api.coze.c"
                    + (n % 7 == 0 ? "om" : "n")
                    + operation
                        .path()
                        .replaceAll("\\{[a-z_]+}", "75000000000000000" + (10 + n % 80))
                    + (n % 5 == 1 ? "?workspace_id=" + workspace(n) + "&page_size=20" : ""),
                new Place("endpoints.csv", n + 2L))
            .workspace(workspace(n))
            .application(APPLICATIONS[n % 5])
            .operation(operation)
            .build();
    Verdict verdict =
        switch (cause) {
          case NONE -> n % 6 == 4 ? Verdict.UNKNOWN : Verdict.PASS;
          case SERVICE -> Verdict.UNKNOWN;
          default -> Verdict.FAIL;
        };
    List<Cause> alternatives =
        cause == Cause.KEY_PERMISSION && n % 2 == 1 ? List.of(Cause.KEY_WORKSPACE) : List.of();
    return new Diagnosis(
        endpoint,
        verdict,
        cause,
        alternatives,
        steps(cause, verdict),
        answer(endpoint, cause, verdict));
  }

  private static Map<Cause, Mark> steps(Cause cause, Verdict verdict) {
    Map<Cause, Mark> steps = new EnumMap<>(Cause.class);
    for (Cause step : Cause.steps()) {
      steps.put(step, new Mark(Verdict.PASS, passed(step)));
    }
    if (cause.isStep()) {
      steps.put(cause, new Mark(Verdict.FAIL, failed(cause)));
      for (Cause later : Cause.steps()) {
        if (cause == Cause.KEY_VALIDITY
            && later.compareTo(cause) > 0
            && later.id().startsWith("key")) {
          steps.put(later, new Mark(Verdict.UNKNOWN, "a dead key leaves this open"));
        }
      }
    } else if (verdict == Verdict.UNKNOWN) {
      steps.put(
          Cause.KEY_PERMISSION,
          new Mark(Verdict.UNKNOWN, "the call has side effects and was not sent"));
      steps.put(
          Cause.KEY_WORKSPACE,
          new Mark(Verdict.UNKNOWN, "no other call of this token touched the workspace"));
    }
    return steps;
  }

  private static String passed(Cause step) {
    return switch (step) {
      case KEY_OAUTH -> "not an OAuth key";
      case KEY_VALIDITY -> "the identity probe was accepted";
      case KEY_PERMISSION -> "all points the operation asks for are declared";
      case KEY_WORKSPACE -> "the workspace is among the token's";
      case URL_HOST -> "the API host of the token's site";
      case URL_PATH -> "a documented operation";
      case URL_QUERY -> "all required parameters are there";
      case HEADER -> "exactly Bearer {token}";
      default -> "nothing required is missing";
    };
  }

  private static String failed(Cause cause) {
    return switch (cause) {
      case KEY_VALIDITY ->
          "declared to end on 2026-11-17, and the identity probe said HTTP 401, code"
              + " 700012006, \"access token invalid\"";
      case KEY_PERMISSION ->
          "the operation asks for Connector.botChat, which the token is not"
              + " declared to hold; the same point is missing on two other calls";
      case KEY_WORKSPACE ->
          "workspace 7400000000000000007 belongs to somebody else and is not among"
              + " the token's";
      case URL_HOST -> "www.coze.cn is the console; the API lives on api.coze.cn";
      case URL_PATH -> "no documented operation; did you mean GET /v1/bots/{bot_id}?";
      case URL_QUERY -> "workspace_id is required and holds the placeholder 7381****";
      case HEADER -> "two blanks between Bearer and the token";
      default -> "the required field bot_id is missing";
    };
  }

  private static Answer answer(Endpoint endpoint, Cause cause, Verdict verdict) {
    if (cause == Cause.SERVICE) {
      return new Answer(
          endpoint.token(),
          endpoint.id(),
          endpoint.operation(),
          Meaning.SERVICE,
          "failed-timeout",
          Failure.TIMEOUT,
          null,
          null,
          null,
          null,
          10_000L);
    }
    if (verdict == Verdict.UNKNOWN) {
      return Answer.skipped(endpoint.token(), endpoint.id(), "side-effect");
    }
    return switch (cause) {
      case NONE -> Sample.accepted(endpoint.token(), endpoint.id());
      case URL_HOST, URL_PATH -> Answer.skipped(endpoint.token(), endpoint.id(), "host");
      case KEY_VALIDITY ->
          Sample.answer(
              endpoint.token(),
              endpoint.id(),
              Meaning.KEY_REFUSED,
              401,
              "700012006",
              "access token invalid");
      default -> Sample.refused(endpoint.token(), endpoint.id());
    };
  }

  private static Finding finding(
      RuleInfo rule, Token token, @Nullable Diagnosis diagnosis, @Nullable Instant due) {
    String evidence =
        diagnosis == null
            ? rule.equals(LargeSampleRules.UNUSED)
                ? "Workflow.run is granted and no endpoint needs it"
                : "environment is production, kind is pat"
            : diagnosis.cause().isStep()
                ? diagnosis.step(diagnosis.cause()).evidence()
                : diagnosis.answer().inWords();
    return new Finding(
        rule,
        rule.severity(),
        FindingStatus.NEW,
        token.id(),
        diagnosis == null ? null : diagnosis.endpoint().id(),
        diagnosis == null ? null : diagnosis.endpoint().workspace(),
        token.owner(),
        token.ownerEmail(),
        due == null ? evidence : "the token ends on that day and 4 endpoints depend on it",
        due,
        diagnosis == null ? null : diagnosis.answer(),
        null,
        null);
  }

  private static Operation operation(int n) {
    return switch (n % 4) {
      case 0 -> Sample.BOT_GET;
      case 1 -> operation("dataset-list", "GET", "/v1/datasets", "Knowledge.listKnowledge");
      case 2 -> operation("chat-create", "POST", "/v3/chat", "Connector.botChat");
      default -> operation("workflow-run", "POST", "/v1/workflow/run", "Workflow.run");
    };
  }

  private static Operation operation(String id, String method, String path, String point) {
    return new Operation(
        id,
        method,
        path,
        new TreeSet<>(List.of(point)),
        true,
        Level.WORKSPACE,
        true,
        List.of(),
        List.of(),
        BodyType.JSON,
        method.equals("GET") ? SideEffect.NONE : SideEffect.COST,
        false,
        id,
        "");
  }

  private static String workspace(int n) {
    return "740000000000000000" + (1 + n % 8);
  }
}
