package dev.patrol.probe;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a run's probe has done.
 *
 * @param sent how many times a request went out, retries included
 * @param retries how many attempts were second or later ones
 * @param hostsCutOff the hosts that were given up, with port where it is not the default one
 */
public record ProbeStats(long sent, long retries, SortedSet<String> hostsCutOff) {
  public ProbeStats {
    hostsCutOff = Collections.unmodifiableSortedSet(new TreeSet<>(hostsCutOff));
  }
}
