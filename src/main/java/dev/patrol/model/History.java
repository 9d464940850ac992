package dev.patrol.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a token or one of its endpoints fared in earlier nights, up to the last 30; tonight is not
 * among them. All runs of one calendar day are one night. Nights of which nothing is known, such as
 * those of an outage, neither break nor lengthen a row.
 *
 * @param token the token's id
 * @param endpoint the endpoint's id, or null when the token itself is meant
 * @param nights how many nights are known
 * @param failingNights how many nights it has been failing in a row up to the last one; for a token
 *     failing means expired or invalid
 * @param failingSince the first night of that row, or null when it did not fail in the last one
 * @param lastGood the last night in which it was well, or null when there was none
 * @param changes how often it went from well to failing or back
 */
public record History(
    String token,
    @Nullable String endpoint,
    int nights,
    int failingNights,
    @Nullable Instant failingSince,
    @Nullable Instant lastGood,
    int changes)
    implements OfToken {
  public History {
    Objects.requireNonNull(token);
  }

  /** Whether it failed in the last night that is known. */
  public boolean failing() {
    return failingNights > 0;
  }

  /** How many nights in a row it fails when it fails tonight as well. */
  public int failingWithTonight() {
    return failingNights + 1;
  }
}
