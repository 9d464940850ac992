package dev.patrol.audit;

import dev.patrol.model.Probed;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds up what the dossiers of a run have cost, in whichever process they were asked about. */
final class Requests {
  private final SortedMap<String, Long> perPayer = new TreeMap<>();
  private final SortedSet<String> hostsDown = new TreeSet<>();
  private long sent;
  private long shared;

  void add(Recorded recorded) {
    Probed probed = recorded.probed();
    sent += recorded.sent();
    shared += recorded.shared();
    if (recorded.requests() > 0) {
      perPayer.merge(probed.dossier().token().payer(), (long) recorded.requests(), Long::sum);
    }
    hostsDown.addAll(recorded.hostsDown());
  }

  /** How many times requests were sent, retries included. */
  long sent() {
    return sent;
  }

  /** How many endpoints took the answer of an equal request. */
  long shared() {
    return shared;
  }

  /** Planned requests by whose quota they count against. */
  SortedMap<String, Long> perPayer() {
    return perPayer;
  }

  /** The hosts that were given up, with port where it is not the default one. */
  SortedSet<String> hostsDown() {
    return hostsDown;
  }
}
