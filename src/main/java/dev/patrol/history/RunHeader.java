package dev.patrol.history;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a run before it begins.
 *
 * @param key tells the run from all others, also from earlier ones of the same name
 * @param id the run's name
 * @param inventory what tells the inventory from others; its findings have their identity within it
 * @param schedule the name of the schedule that started it, or null
 * @param startedAt when it began, to the millisecond; not what orders runs
 * @param zone in which nights are told apart
 * @param offline whether nothing may be asked of the service
 * @param version the product's version
 */
public record RunHeader(
    String key,
    String id,
    String inventory,
    @Nullable String schedule,
    Instant startedAt,
    ZoneId zone,
    boolean offline,
    String version) {
  public RunHeader {
    Objects.requireNonNull(key);
    Objects.requireNonNull(id);
    Objects.requireNonNull(inventory);
    Objects.requireNonNull(zone);
    Objects.requireNonNull(version);
    startedAt = startedAt.truncatedTo(ChronoUnit.MILLIS);
  }
}
