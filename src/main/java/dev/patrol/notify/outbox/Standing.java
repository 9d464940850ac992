package dev.patrol.notify.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was told of an inventory so far.
 *
 * @param last the newest run of which messages were planned
 * @param heldBack whether its owners were not told
 * @param marks what was told, by finding; without what only a message told that is not sent yet and
 *     that the next night's messages replace
 * @param refused messages that were given up, or of which it is not known whether they arrived, and
 *     of which the admin has not heard
 */
public record Standing(
    Optional<Night> last, boolean heldBack, Map<String, Mark> marks, List<Listed> refused) {
  public Standing {
    refused = List.copyOf(refused);
  }

  /** Whether messages of that run were planned. */
  public boolean knows(Night night) {
    return last.filter(night::equals).isPresent();
  }

  /** Whether messages of a later run were planned. */
  public boolean isPast(Instant startedAt) {
    return last.filter(night -> night.startedAt().isAfter(startedAt)).isPresent();
  }
}
