package dev.patrol.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that was recorded.
 *
 * @param number its place in the order of all runs
 * @param id the run's name
 * @param inventory the inventory's key
 * @param schedule the schedule that started it, or null
 * @param startedAt when it began
 * @param finishedAt when its report was published
 * @param offline whether nothing was asked of the service
 * @param version the product's version
 * @param totals what it came to
 * @param changes against the run before
 */
public record RunRecord(
    long number,
    String id,
    String inventory,
    @Nullable String schedule,
    Instant startedAt,
    Instant finishedAt,
    boolean offline,
    String version,
    RunTotals totals,
    Changes changes) {}
