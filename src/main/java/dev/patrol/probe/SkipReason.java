package dev.patrol.probe;

import java.util.Locale;

/** Why nothing is sent for an endpoint or for a token's identity. */
public enum SkipReason {
  /** The user asked for a run without requests. */
  OFFLINE,
  /** The token's value is not known. */
  NO_SECRET,
  /** The inventory forbids it. */
  NEVER,
  /** A WebSocket, which is not probed. */
  WEBSOCKET,
  /** A step of an OAuth flow, which takes no access token. */
  OAUTH_FLOW,
  /** The URL cannot be read, or would not be sent as it is written. */
  UNREADABLE_URL,
  /** Not HTTPS to a host on the allow list of the token's own site. */
  HOST,
  /** All of the token's endpoints are on own installations, which offer no operation for this. */
  SELF_HOSTED,
  /** Not an operation of the catalog. */
  UNKNOWN_OPERATION,
  /** The operation writes or costs, and the inventory does not ask for it. */
  SIDE_EFFECT,
  /** The operation takes an upload, which the inventory does not hold. */
  MULTIPART,
  /** There is a body, but it could not be read. */
  BODY_UNKNOWN,
  /** The path of the URL holds a token. */
  SECRET_IN_URL,
  /** The body or its type holds a token. */
  SECRET_IN_BODY,
  /** The token has used up its requests. */
  TOKEN_CAP,
  /** The run has used up its requests. */
  RUN_CAP;

  /** The word used in reports after {@code skipped-}, such as {@code no-secret}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
