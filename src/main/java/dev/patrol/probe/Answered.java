package dev.patrol.probe;

import dev.patrol.model.Probed;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A dossier whose requests are all answered.
 *
 * @param probed the dossier with its answers
 * @param sent how many times its requests were sent, retries included
 * @param hostsDown the hosts it asked that had been given up by then, with port where it is not the
 *     default one
 */
public record Answered(Probed probed, int sent, SortedSet<String> hostsDown) {
  public Answered {
    hostsDown = Collections.unmodifiableSortedSet(new TreeSet<>(hostsDown));
  }
}
