package dev.patrol.bench.dossier;

import dev.patrol.catalog.Catalog;
import dev.patrol.catalog.RequestCheck;
import dev.patrol.model.Address;
import dev.patrol.model.BodyType;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Operation;
import dev.patrol.model.Parameters;
import dev.patrol.model.Place;
import dev.patrol.model.SideEffect;
import org.jspecify.annotations.Nullable;

/** A call in the making: right in every respect until a fault befalls it. */
final class MadeCall {
  final Operation operation;
  final String space;
  String method;
  String origin;
  String pathAndQuery;
  @Nullable String body;
  @Nullable String workspace;
  @Nullable String contentType;
  String authorization = Endpoint.BEARER;
  boolean bodyUnknown;
  boolean foreignHeader;
  @Nullable Reply reply;

  /**
   * A call of an operation.
   *
   * @param space the workspace that the called resource lives in
   */
  MadeCall(
      Operation operation,
      String space,
      String origin,
      String pathAndQuery,
      @Nullable String body) {
    this.operation = operation;
    this.space = space;
    this.method = operation.method();
    this.origin = origin;
    this.pathAndQuery = pathAndQuery;
    this.body = body;
    this.workspace = space;
  }

  String url() {
    return origin + pathAndQuery;
  }

  /** Whether an audit would send it when nothing is wrong with it. */
  boolean isHarmless() {
    return operation.sideEffect() == SideEffect.NONE
        && operation.bodyType() != BodyType.MULTIPART
        && !operation.isWebSocket();
  }

  Endpoint endpoint(String id, String token, String application, Catalog catalog, long line) {
    String url = url();
    RequestCheck check = catalog.check(method, Address.parse(url), body, contentType);
    return Endpoint.builder(id, token, method, url, new Place("endpoints.csv", line))
        .workspace(workspace == null ? check.workspace() : workspace)
        .application(application)
        .authorization(authorization)
        .body(bodyUnknown ? null : body)
        .bodyUnknown(bodyUnknown)
        .contentType(contentType)
        .operation(check.operation())
        .meant(check.meant())
        .wrongMethod(check.wrongMethod())
        .inPath(check.inPath())
        .inQuery(check.inQuery())
        .inBody(bodyUnknown ? Parameters.fine() : check.inBody())
        .bodyProblem(bodyUnknown ? null : check.bodyProblem())
        .build();
  }
}
