package dev.patrol.report.view;

import java.util.List;

/**
 * A token and the least it must hold.
 *
 * @param token the token's id
 * @param kind its kind, such as {@code pat}
 * @param state its state
 * @param whom its owner; may be empty
 * @param end when it ends, {@code never} in words, or empty
 * @param left that day counted from the run's day, in words; may be empty
 * @param endpoints how many endpoints use it
 * @param failing how many of them fail
 * @param findings how many findings concern it
 * @param permissions the permission points it must hold
 * @param workspaces the workspaces it must cover
 */
public record TokenRow(
    String token,
    String kind,
    Chip state,
    String whom,
    String end,
    String left,
    String endpoints,
    String failing,
    String findings,
    Least permissions,
    Least workspaces) {

  /**
   * The least set of something, and how it differs from what the token is declared to hold.
   *
   * @param items the set
   * @param missing what of it the token does not hold
   * @param unused what the token holds and nobody needs
   */
  public record Least(List<String> items, List<String> missing, List<String> unused) {
    public Least {
      items = List.copyOf(items);
      missing = List.copyOf(missing);
      unused = List.copyOf(unused);
    }

    /** Ready to paste. */
    public String joined() {
      return String.join(";", items);
    }
  }
}
