package dev.patrol.notify;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one try to deliver a message. Reasons are single lines and hold no secret. */
public sealed interface Delivery {
  /** The other side took the message over. */
  record Delivered() implements Delivery {}

  /**
   * It did not, and may another time.
   *
   * @param pause how long the other side wants to be left alone; null when it does not say
   * @param receiverAlone whether it says nothing about other messages, as it is about this receiver
   */
  record Later(String reason, @Nullable Duration pause, boolean receiverAlone) implements Delivery {
    /** It may be about the whole channel. */
    public Later(String reason, @Nullable Duration pause) {
      this(reason, pause, false);
    }
  }

  /** It will not take this message, however often it is tried. */
  record Refused(String reason) implements Delivery {}

  /** The line broke after everything was sent: whether the message arrived is not known. */
  record Unsure(String reason) implements Delivery {}
}
