package dev.patrol.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;

/**
 * One documented API operation.
 *
 * @param id the catalog's name for it, such as {@code bot-get}
 * @param method HTTP method, or {@code WS} for a WebSocket
 * @param path path template, such as {@code /v1/bots/{bot_id}}
 * @param permissions the permission points it asks for, sorted
 * @param pointsCertain whether it is documented which points are needed, and that all of them are
 * @param level where its points are granted
 * @param needsWorkspace whether the called resource lives in a workspace that the token must cover
 * @param requiredQuery names of the query parameters it cannot do without
 * @param requiredBody names of the body fields it cannot do without
 * @param bodyType what it takes as body
 * @param sideEffect what calling it does besides answering
 * @param deprecated whether the vendor advises another operation
 * @param doc the vendor's page: the slug behind {@code /open/docs/developer_guides/}; empty if none
 * @param notes what else is known
 */
public record Operation(
    String id,
    String method,
    String path,
    SortedSet<String> permissions,
    boolean pointsCertain,
    Level level,
    boolean needsWorkspace,
    List<String> requiredQuery,
    List<String> requiredBody,
    BodyType bodyType,
    SideEffect sideEffect,
    boolean deprecated,
    String doc,
    String notes) {

  public Operation {
    Objects.requireNonNull(id);
    permissions = Collections.unmodifiableSortedSet(permissions);
    requiredQuery = List.copyOf(requiredQuery);
    requiredBody = List.copyOf(requiredBody);
  }

  /** Whether it asks for a workspace, or it is not documented whether it does. */
  public boolean mayNeedWorkspace() {
    return needsWorkspace || (level == Level.UNKNOWN && !isOAuthFlow());
  }

  /** The points it asks for that are not in the set, sorted. */
  public List<String> pointsOutside(Collection<?> accepted) {
    return permissions.stream().filter(point -> !accepted.contains(point)).toList();
  }

  /** The point it asks for that is not in the set, when there is exactly one; else nothing. */
  public List<String> onlyPointOutside(Collection<?> accepted) {
    List<String> outside = pointsOutside(accepted);
    return outside.size() == 1 ? outside : List.of();
  }

  /** Whether it is part of an OAuth flow, which is not authorized by an access token. */
  public boolean isOAuthFlow() {
    return path.startsWith("/api/permission/oauth2/");
  }

  /** Whether it is a page of the consent dialog, which lives on the console host. */
  public boolean isConsentPage() {
    return isOAuthFlow() && path.endsWith("/authorize");
  }

  /** Whether it is a WebSocket. */
  public boolean isWebSocket() {
    return method.equals("WS");
  }

  /** Method and path, as in {@code GET /v1/bots/{bot_id}}. */
  public String signature() {
    return method + " " + path;
  }
}
