package dev.patrol.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Lets each account make so many calls a second and no more. */
final class RateLimits {
  private static final double SECOND = 1_000_000_000.0;

  private final int callsPerSecond;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  private record Bucket(double calls, long at, boolean taken) {}

  RateLimits(int callsPerSecond, LongSupplier nanos) {
    this.callsPerSecond = callsPerSecond;
    this.nanos = nanos;
  }

  /** Takes one call out of the account's allowance; false when there is none. */
  boolean take(String account) {
    if (callsPerSecond == 0) {
      return true;
    }
    long now = nanos.getAsLong();
    return buckets.compute(account, (name, bucket) -> next(bucket, now)).taken();
  }

  private Bucket next(@Nullable Bucket bucket, long now) {
    double calls = callsPerSecond;
    if (bucket != null) {
      double refilled = bucket.calls() + (now - bucket.at()) / SECOND * callsPerSecond;
      calls = Math.min(callsPerSecond, refilled);
    }
    boolean taken = calls >= 1;
    return new Bucket(taken ? calls - 1 : calls, now, taken);
  }
}
