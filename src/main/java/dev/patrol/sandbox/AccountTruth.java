package dev.patrol.sandbox;

import java.util.Objects;

/**
 * What is true of an account.
 *
 * @param edition the vendor's word for its edition: free, pro_personal, team or enterprise
 * @param calls how many calls it has left, or {@link #UNLIMITED}
 * @param usedUp the recorded answer that calls get afterwards, such as {@code err-4008-daily-limit}
 */
public record AccountTruth(String edition, long calls, String usedUp) {
  /** An account whose calls are not counted. */
  public static final long UNLIMITED = Long.MAX_VALUE;

  /** What holds for accounts that a world does not mention. */
  public static final AccountTruth DEFAULT =
      new AccountTruth("free", UNLIMITED, "err-4008-daily-limit");

  public AccountTruth {
    Objects.requireNonNull(edition);
    Objects.requireNonNull(usedUp);
    if (calls < 0) {
      throw new IllegalArgumentException("calls must be >= 0, got " + calls);
    }
  }
}
