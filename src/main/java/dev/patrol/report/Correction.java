package dev.patrol.report;

import java.util.Locale;

/**
 * One thing in which a corrected request differs from the configured one.
 *
 * @param part what was changed
 * @param name which one of them, such as the parameter {@code workspace_id}, fit to be shown; empty
 *     where there is only one
 */
record Correction(Part part, String name) {

  /** A part of a request. */
  enum Part {
    /** http became https, or ws became wss. */
    SCHEME,
    HOST,
    /** A port that the API does not use was left out. */
    PORT,
    /** A user name or password before the host was left out. */
    USER,
    METHOD,
    PATH,
    /** A value in the path. */
    PATH_VALUE,
    /** A query parameter was added or got another value. */
    QUERY,
    /** A query parameter that carries the token was left out. */
    TOKEN_IN_QUERY,
    HEADER,
    CONTENT_TYPE,
    /** A body that the operation cannot read was replaced as a whole. */
    BODY,
    /** A body that the operation does not take was left out. */
    BODY_LEFT_OUT,
    /** A field of the body was added or got another value. */
    FIELD;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Such as {@code path-value}. */
    String id() {
      return id;
    }
  }
}
