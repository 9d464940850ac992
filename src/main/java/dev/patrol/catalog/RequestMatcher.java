package dev.patrol.catalog;

import dev.patrol.model.Address;
import dev.patrol.model.BodyType;
import dev.patrol.model.Operation;
import dev.patrol.model.Parameters;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the operation of a request and has its parts checked. */
final class RequestMatcher {
  private static final String WEB_SOCKET = "WS";
  private static final String OAUTH = "/api/permission/oauth2/";

  private final PathIndex http;
  private final PathIndex webSockets;
  private final NearestOperation nearest;

  RequestMatcher(Collection<Operation> operations) {
    http = new PathIndex(operations.stream().filter(o -> !o.isWebSocket()).toList());
    webSockets = new PathIndex(operations.stream().filter(Operation::isWebSocket).toList());
    nearest = new NearestOperation(operations);
  }

  /** See {@link Catalog#check}. */
  RequestCheck check(
      String method, Address address, @Nullable String body, @Nullable String contentType) {
    boolean webSocket = isWebSocket(method, address.scheme());
    String meant = webSocket && method.equals("GET") ? WEB_SOCKET : method;
    List<String> segments = PathTemplate.split(address.path());
    List<Operation> documented = (webSocket ? webSockets : http).match(segments);
    List<Operation> candidates =
        documented.stream().filter(operation -> operation.method().equals(meant)).toList();
    if (candidates.isEmpty()) {
      boolean meantWebSocket = webSocket || method.equals(WEB_SOCKET);
      Operation guess = nearest.find(meant, meantWebSocket, segments);
      return unknown(guess, address, segments, documented);
    }
    boolean multipart = isMultipart(contentType);
    JsonBody json = JsonBody.of(multipart || !takesJson(candidates) ? null : body);
    Operation operation =
        candidates.size() == 1 ? candidates.get(0) : GrantTypes.choose(candidates, json);
    Parameters inPath = PathCheck.check(operation, segments);
    Parameters inQuery = QueryCheck.check(operation.requiredQuery(), address);
    Parameters inBody =
        multipart || operation.bodyType() != BodyType.JSON
            ? Parameters.fine()
            : BodyCheck.check(operation, json);
    String bodyProblem =
        operation.bodyType() == BodyType.MULTIPART ? notMultipart(body) : json.problem();
    String workspace = WorkspaceId.find(operation, segments, address, json);
    return new RequestCheck(
        operation, null, false, inPath, inQuery, inBody, bodyProblem, workspace);
  }

  private static RequestCheck unknown(
      @Nullable Operation guess,
      Address address,
      List<String> segments,
      List<Operation> documented) {
    Operation sibling = documented.isEmpty() ? null : documented.get(0);
    Operation meant = guess == null ? sibling : guess;
    return new RequestCheck(
        null,
        meant,
        sibling != null,
        sibling == null ? Parameters.fine() : PathCheck.check(sibling, segments),
        QueryCheck.check(List.of(), address),
        Parameters.fine(),
        null,
        address.path().startsWith(OAUTH) ? null : WorkspaceId.inQuery(address));
  }

  private static boolean isWebSocket(String method, String scheme) {
    return switch (scheme) {
      case "ws", "wss" -> true;
      case "http", "https" -> false;
      default -> method.equals(WEB_SOCKET);
    };
  }

  private static boolean takesJson(List<Operation> operations) {
    return operations.stream().anyMatch(operation -> operation.bodyType() == BodyType.JSON);
  }

  private static boolean isMultipart(@Nullable String contentType) {
    return contentType != null
        && contentType.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private static @Nullable String notMultipart(@Nullable String body) {
    boolean isJson = body != null && JsonBody.of(body).content().isContainerNode();
    return isJson ? "expected multipart/form-data, got JSON" : null;
  }
}
