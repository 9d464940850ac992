package dev.patrol.notify;

import dev.patrol.notify.Delivery.Later;
import dev.patrol.notify.Delivery.Refused;
import dev.patrol.notify.Delivery.Unsure;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a webhook answers. Its text may repeat the URL, so it is cleaned. */
final class WebhookAnswer {
  /** They are about what was sent; the others are about the settings or will pass. */
  private static final Set<Integer> BAD_MESSAGE = Set.of(400, 405, 413, 414, 415, 422);

  private static final int TOO_MANY = 429;

  /** A gateway that waited in vain: behind it the message may have been taken. */
  private static final int GATEWAY_TIMEOUT = 504;

  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  private final Dialect dialect;
  private final Reasons reasons;
  private final Clock clock;

  WebhookAnswer(Dialect dialect, Reasons reasons, Clock clock) {
    this.dialect = dialect;
    this.reasons = reasons;
    this.clock = clock;
  }

  Delivery read(HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return dialect.read(answer.body(), reasons);
    }
    if (status >= 300 && status < 400) {
      return new Later("answered " + status + ", a redirect, which is not followed", null);
    }
    String reason = reasons.of("answered " + status + ": " + answer.body());
    if (status == GATEWAY_TIMEOUT) {
      return new Unsure(reason);
    }
    if (BAD_MESSAGE.contains(status)) {
      return new Refused(reason);
    }
    Duration pause = answer.headers().firstValue("Retry-After").map(this::pause).orElse(null);
    return new Later(reason, pause == null && status == TOO_MANY ? Duration.ofMinutes(1) : pause);
  }

  /** The span that a header gives in seconds or as a date; null when it says neither. */
  private @Nullable Duration pause(String value) {
    Duration pause;
    try {
      pause =
          value.matches("[0-9]{1,9}")
              ? Duration.ofSeconds(Long.parseLong(value))
              : Duration.between(
                  clock.instant(),
                  Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.strip())));
    } catch (DateTimeException e) {
      return null;
    }
    if (pause.isNegative()) {
      return null;
    }
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
