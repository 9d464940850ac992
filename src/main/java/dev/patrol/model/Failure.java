package dev.patrol.model;

import java.util.Locale;

/** Why a request brought no answer that can be read. */
public enum Failure {
  /** The host's name was not found. */
  DNS,
  /** No connection: refused, or no route. */
  CONNECT,
  /** No trusted or no common TLS. */
  TLS,
  /** No answer in time. */
  TIMEOUT,
  /** The connection broke. */
  RESET,
  /** Something came back, but not an answer of the API. */
  UNREADABLE,
  /** The host was given up for this run after failing too often. */
  HOST_DOWN;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The word used in reports, such as {@code host-down}. */
  public String id() {
    return id;
  }
}
