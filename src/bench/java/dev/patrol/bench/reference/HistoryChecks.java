package dev.patrol.bench.reference;

import dev.patrol.model.History;
import dev.patrol.model.Today;
import dev.patrol.model.Workspace;
import java.time.Instant;

/** What earlier nights add: {@code 70-hygiene/history.drl}. */
final class HistoryChecks {
  private HistoryChecks() {}

  static void check(Case dossier) {
    for (History history : dossier.probed.past()) {
      String endpoint = history.endpoint();
      if (endpoint == null) {
        checkToken(dossier, history);
      } else {
        for (Call call : dossier.calls) {
          if (call.id().equals(endpoint)) {
            checkCall(dossier, call, history);
          }
        }
      }
    }
  }

  private static void checkToken(Case dossier, History history) {
    Instant since = history.failingSince();
    if (dossier.hasFailed()
        && since != null
        && history.failing()
        && history.failingWithTonight() >= dossier.policy.deadNights()) {
      dossier.warn(
          "dead-token-kept",
          "it has been dead for "
              + history.failingWithTonight()
              + " nights in a row, since "
              + dossier.today.dateOf(since));
    }
  }

  private static void checkCall(Case dossier, Call call, History history) {
    if (history.changes() >= dossier.policy.flappingChanges()) {
      dossier.warn(
          call,
          "endpoint-flapping",
          "within "
              + history.nights()
              + " nights it changed "
              + history.changes()
              + " times between working and failing");
    }
    Workspace place = call.place;
    Instant good = history.lastGood();
    Instant since = place == null ? null : place.ownerSince();
    if (place != null
        && since != null
        && good != null
        && !history.failing()
        && dossier.handedOver.contains(place.id())
        && (call.hasFailed() || dossier.hasFailed())) {
      Today today = dossier.today;
      dossier.warn(
          call,
          "failing-since-handover",
          "it worked on "
              + today.dateOf(good)
              + " and fails tonight; workspace "
              + place.id()
              + " has had a new owner since "
              + today.dateOf(since));
    }
  }
}
