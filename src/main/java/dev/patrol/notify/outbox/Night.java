package dev.patrol.notify.outbox;

import java.time.Instant;
import java.util.Objects;

/**
 * One published run, of which messages are planned once.
 *
 * @param inventory what tells the inventory from others
 * @param run the run's name
 * @param startedAt when it began
 */
public record Night(String inventory, String run, Instant startedAt) {
  public Night {
    Objects.requireNonNull(inventory);
    Objects.requireNonNull(run);
    Objects.requireNonNull(startedAt);
  }
}
