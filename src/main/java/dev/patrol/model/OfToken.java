package dev.patrol.model;

/** A fact that is about one token, or about something of it. */
public interface OfToken {
  /** The token's id. */
  String token();
}
