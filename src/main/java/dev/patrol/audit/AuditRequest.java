package dev.patrol.audit;

import dev.patrol.config.Config;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be audited, and how.
 *
 * @param config the settings, command line included
 * @param clock tells the time, or stands still
 * @param environment where {@code env:} secrets are looked up
 * @param offline whether nothing is sent at all
 * @param sandbox whether requests go to the stand-in API
 * @param schedule the name of the schedule that asks for it, or null
 * @param run the run's name, or null for one made of the time
 * @param version the product's version
 */
public record AuditRequest(
    Config config,
    Clock clock,
    Map<String, String> environment,
    boolean offline,
    boolean sandbox,
    @Nullable String schedule,
    @Nullable String run,
    String version) {
  public AuditRequest {
    environment = Map.copyOf(environment);
  }

  /** Whether the clock stands still, at a time that somebody chose. */
  public boolean isTimeFixed() {
    return clock.equals(Clock.fixed(clock.instant(), clock.getZone()));
  }
}
