package dev.patrol.history;

import dev.patrol.model.History;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the fact about earlier nights of the events of one subject. */
final class PastFacts {
  private int nights;
  private int changes;
  private int failing;
  private @Nullable Instant failingSince;
  private @Nullable Instant lastGood;
  private @Nullable Boolean well;

  private PastFacts() {}

  /**
   * The fact.
   *
   * @param events of one subject, oldest first; at least one
   * @param all the nights, oldest first
   * @return null when none of the nights knows the subject
   */
  static @Nullable History of(
      String token, @Nullable String endpoint, List<StateEvent> events, List<Night> all) {
    PastFacts facts = new PastFacts();
    int next = 0;
    StateEvent standing = null;
    for (Night night : all) {
      // What a day's later run could not tell, an earlier one of the same day may have told.
      StateEvent told = null;
      while (next < events.size() && events.get(next).run() <= night.last()) {
        StateEvent event = events.get(next++);
        told = event.run() > night.first() && known(standing) ? standing : told;
        standing = event;
      }
      facts.night(night, known(standing) ? standing : told);
    }
    return facts.nights == 0
        ? null
        : new History(
            token,
            endpoint,
            facts.nights,
            facts.failing,
            facts.failingSince,
            facts.lastGood,
            facts.changes);
  }

  private static boolean known(@Nullable StateEvent event) {
    return event != null && (event.isGood() || event.isBad());
  }

  private void night(Night night, @Nullable StateEvent state) {
    if (state == null) {
      return;
    }
    boolean good = state.isGood();
    nights++;
    changes += well != null && well != good ? 1 : 0;
    well = good;
    if (good) {
      lastGood = night.startedAt();
      failing = 0;
      failingSince = null;
    } else {
      failing++;
      failingSince = failingSince == null ? night.startedAt() : failingSince;
    }
  }
}
