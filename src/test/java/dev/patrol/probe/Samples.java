package dev.patrol.probe;

import dev.patrol.model.AnswerMeanings;
import dev.patrol.model.BodyType;
import dev.patrol.model.Dossier;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Level;
import dev.patrol.model.Meaning;
import dev.patrol.model.Operation;
import dev.patrol.model.Place;
import dev.patrol.model.Scope;
import dev.patrol.model.Secret;
import dev.patrol.model.SideEffect;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Made-up facts for tests. */
final class Samples {
  static final String TOKEN = "pat_TESTONLY000000000001";
  static final String API = "https://api.coze.cn";
  static final String CATEGORIES = API + "/v1/stores/categories?entity_type=plugin";

  static final Operation CATEGORY_LIST =
      operation("store-category-list", "GET", "/v1/stores/categories", SideEffect.NONE);
  static final Operation WORKSPACE_LIST =
      operation("workspace-list", "GET", "/v1/workspaces", SideEffect.NONE);
  static final Operation BOT_GET =
      operation("bot-get", "GET", "/v1/bots/{bot_id}", SideEffect.NONE);
  static final Operation DOCUMENT_LIST =
      operation("document-list", "POST", "/open_api/knowledge/document/list", SideEffect.NONE);
  static final Operation CHAT = operation("chat-create", "POST", "/v3/chat", SideEffect.COST);

  /** Meanings in the manner of the catalog. */
  static final AnswerMeanings MEANINGS =
      (status, code, msg) ->
          switch (code == null ? "none" : code) {
            case "none" -> uncoded(status);
            case "0" -> Meaning.ACCEPTED;
            case "4100" -> Meaning.AUTH_REFUSED;
            case "4101" ->
                msg != null && msg.contains("incorrect. Please")
                    ? Meaning.KEY_REFUSED
                    : Meaning.RIGHT_REFUSED;
            case "700012006", "401" -> Meaning.KEY_REFUSED;
            case "4000" -> status == 404 ? Meaning.WRONG_PATH : Meaning.WRONG_PARAMETER;
            case "4200", "4006" -> Meaning.RESOURCE;
            case "4102" -> Meaning.RISK_CONTROL;
            case "invalid_client" -> Meaning.KEY_REFUSED;
            default -> Meaning.SERVICE;
          };

  private Samples() {}

  private static Meaning uncoded(int status) {
    return switch (status) {
      case 200 -> Meaning.ACCEPTED;
      case 404 -> Meaning.WRONG_PATH;
      case 429 -> Meaning.QUOTA;
      default -> Meaning.SERVICE;
    };
  }

  static Operation operation(String id, String method, String path, SideEffect sideEffect) {
    BodyType body = method.equals("POST") ? BodyType.JSON : BodyType.NONE;
    return operation(id, method, path, sideEffect, body);
  }

  static Operation operation(
      String id, String method, String path, SideEffect sideEffect, BodyType body) {
    return new Operation(
        id,
        method,
        path,
        new TreeSet<>(),
        true,
        Level.UNKNOWN,
        false,
        List.of(),
        List.of(),
        body,
        sideEffect,
        false,
        "",
        "");
  }

  static Token.Builder token(String id) {
    return Token.builder(id, TokenKind.PAT, new Place("tokens.csv", 2))
        .permissions(Scope.unknown());
  }

  static Endpoint.Builder endpoint(String id, String method, String url) {
    return Endpoint.builder(id, "bot", method, url, new Place("endpoints.csv", 2));
  }

  static Endpoint botGet(String id, String botId) {
    return endpoint(id, "GET", API + "/v1/bots/" + botId).operation(BOT_GET).build();
  }

  static Endpoint[] manyBots(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> botGet("e" + i, "" + i))
        .toArray(Endpoint[]::new);
  }

  static Dossier dossier(Endpoint... endpoints) {
    return new Dossier(token("bot").account("acme").build(), List.of(endpoints), List.of());
  }

  static ProbePlanner planner(ProbeSettings settings) {
    return new ProbePlanner(
        settings, CATEGORY_LIST, WORKSPACE_LIST, token -> Optional.of(new Secret(TOKEN)));
  }
}
