package dev.patrol.notify.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What one night's messages are, and what they tell; to be kept all at once.
 *
 * @param night the run
 * @param at when it was planned
 * @param heldBack whether the owners are not told tonight
 * @param messages what is to be sent
 * @param kept marks that are new or different
 * @param dropped the findings whose marks go
 * @param reported ids of refused and unsure messages that the admin is told of
 */
public record Plan(
    Night night,
    Instant at,
    boolean heldBack,
    List<Planned> messages,
    List<Mark> kept,
    Set<String> dropped,
    List<String> reported) {
  public Plan {
    messages = List.copyOf(messages);
    kept = List.copyOf(kept);
    dropped = Set.copyOf(dropped);
    reported = List.copyOf(reported);
  }
}
