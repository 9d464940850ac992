package dev.patrol.notify;

import java.time.Duration;

/**
 * How long a mail server may take.
 *
 * @param connect to take a connection
 * @param read to send the next bytes
 * @param write to take the next bytes
 * @param whole for a whole message, everything included
 */
record SmtpLimits(Duration connect, Duration read, Duration write, Duration whole) {
  /** Some servers look into attachments before they confirm a message. */
  static final SmtpLimits DEFAULT =
      new SmtpLimits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofMinutes(3));
}
