package dev.patrol.notify.outbox;

import dev.patrol.notify.Message;
import java.util.Locale;
import java.util.Objects;

/**
 * A message for one channel.
 *
 * @param channel the channel's name
 * @param purpose whom it speaks to
 * @param message the message itself
 */
public record Planned(String channel, Purpose purpose, Message message) {
  /** Whom a message speaks to. */
  public enum Purpose {
    /** Somebody who has to act; what is not sent the next night is told with the news of then. */
    OWNER,
    /** Those who look after the audits. */
    SUMMARY;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Purpose of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT));
    }
  }

  public Planned {
    Objects.requireNonNull(channel);
    Objects.requireNonNull(purpose);
    Objects.requireNonNull(message);
  }
}
