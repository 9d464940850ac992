package dev.patrol.report.published;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;

/**
 * What a published report says about its run.
 *
 * @param id the run's name
 * @param startedAt when it began, to the second
 * @param zone in which its days are counted
 * @param version of the product that wrote it
 * @param inventory the name of the inventory's folder
 * @param offline whether nothing was asked of the service
 * @param language of its texts
 */
public record RunHead(
    String id,
    Instant startedAt,
    ZoneId zone,
    String version,
    String inventory,
    boolean offline,
    Locale language) {
  public RunHead {
    Objects.requireNonNull(id);
    Objects.requireNonNull(startedAt);
    Objects.requireNonNull(zone);
  }
}
