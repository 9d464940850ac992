package dev.patrol.audit;

import dev.patrol.model.Probed;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A dossier that is done with the service: nothing more is asked for it, not even its secret.
 *
 * @param probed the dossier with its answers and all that rules may know of its secret
 * @param fingerprint by which equal secrets are told, or null when there is none
 * @param requests how many requests were planned
 * @param shared how many endpoints took the answer of an equal request
 * @param sent how many times requests were sent, retries included
 * @param hostsDown the hosts it asked that had been given up
 */
record Recorded(
    Probed probed,
    @Nullable String fingerprint,
    int requests,
    int shared,
    int sent,
    SortedSet<String> hostsDown) {
  Recorded {
    hostsDown = Collections.unmodifiableSortedSet(new TreeSet<>(hostsDown));
  }
}
