package dev.patrol.cases;

import dev.patrol.model.History;
import dev.patrol.model.Today;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Earlier nights as a case gives them.
 *
 * @param token the token's id, or null for the first one, or that of the endpoint
 * @param endpoint the endpoint's id, or null when the token is meant
 * @param nights how many are known
 * @param failingNights how many it has been failing in a row
 * @param changes how often it went from well to failing or back
 * @param everGood whether it ever was well
 * @param lastGood the last day on which it was; null for the night before the row of failures
 */
record GivenPast(
    @Nullable String token,
    @Nullable String endpoint,
    int nights,
    int failingNights,
    int changes,
    boolean everGood,
    @Nullable LocalDate lastGood) {

  static GivenPast read(Keys keys) {
    boolean dated = keys.has("last-good");
    LocalDate lastGood =
        keys.value("last-good", "a day such as 2026-11-20", LocalDate::parse, null);
    GivenPast past =
        new GivenPast(
            keys.text("token"),
            keys.text("endpoint"),
            keys.number("nights", 30),
            keys.number("failing-nights", 0),
            keys.number("changes", 0),
            !dated || lastGood != null,
            lastGood);
    keys.finish();
    return past;
  }

  /** The fact, for the token of that id. */
  History of(String owner, Today today) {
    Instant now = today.now();
    return new History(
        owner,
        endpoint,
        nights,
        failingNights,
        failingNights == 0 ? null : now.minus(Duration.ofDays(failingNights)),
        lastGood(today),
        changes);
  }

  private @Nullable Instant lastGood(Today today) {
    if (!everGood) {
      return null;
    }
    return lastGood == null
        ? today.now().minus(Duration.ofDays(failingNights + 1L))
        : lastGood.atTime(2, 0).atZone(today.zone()).toInstant();
  }
}
