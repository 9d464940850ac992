package dev.patrol.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * What another process must know of a run to go on with it.
 *
 * @param format of the journal; another one is of another version of Patrol
 * @param key tells the run from all others
 * @param id the run's name
 * @param startedAt when it began: "now" for all that it judges
 * @param zone in which it counts days
 * @param inventory the {@link InventoryName} of what it audits
 * @param digest of the inventory's contents
 * @param fingerprintKey for {@link Fingerprint}
 */
record RunStart(
    int format,
    String key,
    String id,
    String startedAt,
    String zone,
    String inventory,
    String digest,
    String fingerprintKey) {
  private static final int FORMAT = 1;

  static RunStart of(String id, Instant startedAt, ZoneId zone, String inventory, String digest) {
    return new RunStart(
        FORMAT,
        UUID.randomUUID().toString(),
        id,
        startedAt.toString(),
        zone.getId(),
        inventory,
        digest,
        Fingerprint.newKey());
  }

  /** What a journal begins with; nothing when it is of another version of Patrol. */
  static Optional<RunStart> read(String json) {
    return Notes.field(json, "format") == FORMAT
        ? Optional.of(Notes.read(json, RunStart.class))
        : Optional.empty();
  }

  Instant began() {
    return Instant.parse(startedAt);
  }

  ZoneId days() {
    return ZoneId.of(zone);
  }
}
