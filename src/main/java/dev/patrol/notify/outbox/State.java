package dev.patrol.notify.outbox;

import java.util.Locale;

/** How far a message has come. */
public enum State {
  /** It waits to be sent. */
  PLANNED,
  /** Somebody is sending it, or was and died. */
  SENDING,
  /** The other side took it over. */
  SENT,
  /** It is given up: the other side will not take it. */
  REFUSED,
  /**
   * Whether it arrived is not known. A mail is sent again under its id, a chat's message is not.
   */
  UNSURE,
  /** It was not sent before the next night, whose messages tell what still holds. */
  WITHDRAWN;

  /** The word that stands for it in the store. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static State of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
