package dev.patrol.probe;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run is going to cost.
 *
 * @param requests how many requests are planned, retries not counted
 * @param shared how many endpoints take the answer of an equal request
 * @param perAccount the same for each account, or token id where the account is not known
 * @param skipped how many endpoints and identity probes are left out, by reason
 */
public record PlanTotals(
    int requests,
    int shared,
    SortedMap<String, Integer> perAccount,
    SortedMap<SkipReason, Integer> skipped) {
  public PlanTotals {
    perAccount = Collections.unmodifiableSortedMap(new TreeMap<>(perAccount));
    skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
  }
}
