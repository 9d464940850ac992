package dev.patrol.rules;

import dev.patrol.catalog.Catalog;
import dev.patrol.catalog.RequestCheck;
import dev.patrol.model.Address;
import dev.patrol.model.Answer;
import dev.patrol.model.Dossier;
import dev.patrol.model.Edition;
import dev.patrol.model.Endpoint;
import dev.patrol.model.ForeignHeader;
import dev.patrol.model.History;
import dev.patrol.model.Meaning;
import dev.patrol.model.Operation;
import dev.patrol.model.Place;
import dev.patrol.model.Probed;
import dev.patrol.model.Scope;
import dev.patrol.model.SideEffect;
import dev.patrol.model.Today;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import dev.patrol.model.TokenStatus;
import dev.patrol.model.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One token and its endpoints, healthy in everything that a case does not say: the token holds what
 * its endpoints need, harmless calls are accepted, and nothing ends soon.
 */
final class SmallWorld {
  static final String W1 = "7501100000000000011";
  static final String W2 = "7501100000000000029";
  static final String BOT = "7502200000000000017";
  static final String FLOW = "7505500000000000015";
  static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  static final Today TODAY = new Today(NOW, ZoneId.of("Asia/Shanghai"));
  private static final Catalog CATALOG = Catalog.standard();

  private TokenKind kind = TokenKind.PAT;
  private UnaryOperator<Token.Builder> token = builder -> builder;
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final Map<String, Workspace> workspaces = new HashMap<>();
  private final Map<String, Answer> answers = new HashMap<>();
  private @Nullable Answer identity;
  private @Nullable String secretPrefix;
  private final List<ForeignHeader> foreignHeaders = new ArrayList<>();
  private final List<History> past = new ArrayList<>();

  static SmallWorld world() {
    return new SmallWorld()
        .workspace(W1, Edition.TEAM, "Li Wei")
        .workspace(W2, Edition.TEAM, "Wang Fang");
  }

  static Instant at(String day) {
    return Instant.parse(day + "T04:00:00Z");
  }

  SmallWorld kind(TokenKind value) {
    kind = value;
    return this;
  }

  SmallWorld token(UnaryOperator<Token.Builder> change) {
    UnaryOperator<Token.Builder> before = token;
    token = builder -> change.apply(before.apply(builder));
    return this;
  }

  SmallWorld workspace(String id, Edition edition, @Nullable String owner) {
    return workspace(id, edition, owner, null);
  }

  SmallWorld workspace(
      String id, @Nullable Edition edition, @Nullable String owner, @Nullable Instant ownerSince) {
    workspaces.put(
        id,
        new Workspace(
            id,
            "workspace",
            owner,
            owner == null ? null : owner.replace(' ', '.') + "@example.com",
            "enterprise-1",
            edition,
            null,
            ownerSince,
            Map.of(),
            new Place("workspaces.csv", 2)));
    return this;
  }

  SmallWorld noWorkspaces() {
    workspaces.clear();
    return this;
  }

  SmallWorld get(String id, String pathAndQuery) {
    return endpoint(id, "GET", "https://api.coze.cn" + pathAndQuery, W1, builder -> builder);
  }

  SmallWorld getIn(String workspace, String id, String pathAndQuery) {
    return endpoint(id, "GET", "https://api.coze.cn" + pathAndQuery, workspace, builder -> builder);
  }

  SmallWorld post(String id, String path, @Nullable String body) {
    return endpoint(id, "POST", "https://api.coze.cn" + path, W1, builder -> builder.body(body));
  }

  SmallWorld url(String id, String method, String url) {
    return endpoint(id, method, url, W1, builder -> builder);
  }

  SmallWorld header(String id, String authorization) {
    return endpoint(
        id,
        "GET",
        "https://api.coze.cn/v1/bots/" + BOT,
        W1,
        builder -> builder.authorization(authorization));
  }

  SmallWorld endpoint(
      String id,
      String method,
      String url,
      @Nullable String workspace,
      UnaryOperator<Endpoint.Builder> change) {
    Endpoint declared =
        change
            .apply(
                Endpoint.builder(id, "t1", method, url, new Place("endpoints.csv", 2))
                    .workspace(workspace)
                    .application("shop"))
            .build();
    RequestCheck check =
        CATALOG.check(method, Address.parse(url), declared.body(), declared.contentType());
    endpoints.add(
        change
            .apply(
                Endpoint.builder(id, "t1", method, url, new Place("endpoints.csv", 2))
                    .workspace(workspace)
                    .application("shop"))
            .operation(check.operation())
            .meant(check.meant())
            .wrongMethod(check.wrongMethod())
            .inPath(check.inPath())
            .inQuery(check.inQuery())
            .inBody(check.inBody())
            .bodyProblem(check.bodyProblem())
            .build());
    return this;
  }

  SmallWorld answers(String id, Meaning meaning, String code) {
    Endpoint endpoint = endpoints.stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
    answers.put(id, answer(id, endpoint.operation(), meaning, code));
    return this;
  }

  /** What another endpoint's equal request brought back. */
  SmallWorld shares(String id, Meaning meaning, String code) {
    answers(id, meaning, code);
    answers.computeIfPresent(
        id,
        (endpoint, sent) ->
            new Answer(
                sent.token(),
                sent.endpoint(),
                sent.operation(),
                sent.meaning(),
                "shared",
                sent.failure(),
                sent.httpStatus(),
                sent.code(),
                sent.msg(),
                sent.logid(),
                sent.millis()));
    return this;
  }

  SmallWorld notAsked(String... ids) {
    for (String id : ids) {
      answers.put(id, Answer.skipped("t1", id, "offline"));
    }
    return this;
  }

  SmallWorld identity(String operation, Meaning meaning, String code) {
    identity = answer(null, CATALOG.operation(operation).orElseThrow(), meaning, code);
    return this;
  }

  SmallWorld identitySkipped(String reason) {
    identity = Answer.skipped("t1", null, reason);
    return this;
  }

  /** Nothing was sent at all. */
  SmallWorld offline() {
    identitySkipped("offline");
    endpoints.forEach(endpoint -> notAsked(endpoint.id()));
    return this;
  }

  SmallWorld secretPrefix(String prefix) {
    secretPrefix = prefix;
    return this;
  }

  SmallWorld foreignHeader(String id) {
    foreignHeaders.add(new ForeignHeader(id));
    return this;
  }

  /** How the token, or an endpoint of it, fared in 30 earlier nights. */
  SmallWorld past(@Nullable String endpoint, int failingNights, int changes) {
    past.add(
        new History(
            "t1",
            endpoint,
            30,
            failingNights,
            failingNights == 0 ? null : NOW.minus(Duration.ofDays(failingNights)),
            NOW.minus(Duration.ofDays(failingNights + 1)),
            changes));
    return this;
  }

  Probed probed() {
    Token built = token.apply(healthyToken()).build();
    List<Answer> all = new ArrayList<>();
    for (Endpoint endpoint : endpoints) {
      all.add(answers.getOrDefault(endpoint.id(), usualAnswer(endpoint)));
    }
    Answer who =
        identity == null
            ? answer(
                null, CATALOG.operation("store-category-list").orElseThrow(), Meaning.ACCEPTED, "0")
            : identity;
    return new Probed(
        new Dossier(built, endpoints, List.copyOf(workspaces.values())),
        who,
        all,
        secretPrefix,
        foreignHeaders,
        past);
  }

  private Token.Builder healthyToken() {
    TreeSet<String> points = new TreeSet<>();
    TreeSet<String> covered = new TreeSet<>();
    for (Endpoint endpoint : endpoints) {
      Operation operation = endpoint.operation();
      if (operation != null) {
        points.addAll(operation.permissions());
      }
      if (endpoint.workspace() != null && (operation == null || operation.needsWorkspace())) {
        covered.add(endpoint.workspace());
      }
    }
    return Token.builder("t1", kind, new Place("tokens.csv", 2))
        .owner("Li Wei")
        .ownerEmail("li.wei@example.com")
        .account("enterprise-1")
        .environment("staging")
        .createdAt(at("2026-11-10"))
        .expiresAt(at("2026-12-09"))
        .permissions(Scope.of(points))
        .workspaces(Scope.of(covered))
        .status(TokenStatus.ACTIVE);
  }

  private static Answer usualAnswer(Endpoint endpoint) {
    Operation operation = endpoint.operation();
    if (operation == null || operation.sideEffect() != SideEffect.NONE) {
      return Answer.skipped(
          "t1", endpoint.id(), operation == null ? "unknown-operation" : "side-effect");
    }
    return answer(endpoint.id(), operation, Meaning.ACCEPTED, "0");
  }

  private static Answer answer(
      @Nullable String id, @Nullable Operation operation, Meaning meaning, String code) {
    return new Answer(
        "t1",
        id,
        operation,
        meaning,
        "sent",
        null,
        200,
        code,
        "",
        "20261122100000A1B2C3D4E5F60718293A",
        3L);
  }
}
