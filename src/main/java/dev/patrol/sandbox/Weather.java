package dev.patrol.sandbox;

import java.time.Duration;

/**
 * What troubles every call alike. Which calls fail follows from the seed and from the call itself,
 * so that the same calls meet the same fate.
 *
 * @param latency how long every answer takes at least
 * @param errorRate share of calls that the service fails to answer properly, from 0 to 1
 * @param resetRate share of calls whose connection breaks, from 0 to 1
 * @param callsPerSecond how many calls a second an account may make, or 0 for any number
 * @param seed which calls are hit
 */
public record Weather(
    Duration latency, double errorRate, double resetRate, int callsPerSecond, long seed) {
  /** No trouble at all. */
  public static final Weather FAIR = new Weather(Duration.ZERO, 0, 0, 0, 0);

  public Weather {
    if (latency.isNegative()) {
      throw new IllegalArgumentException("latency must be >= 0, got " + latency);
    }
    if (!(errorRate >= 0 && errorRate <= 1) || !(resetRate >= 0 && resetRate <= 1)) {
      throw new IllegalArgumentException("rates must be in [0, 1]");
    }
    if (callsPerSecond < 0) {
      throw new IllegalArgumentException("callsPerSecond must be >= 0, got " + callsPerSecond);
    }
  }

  boolean strikes() {
    return errorRate > 0 || resetRate > 0;
  }
}
