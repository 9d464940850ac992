package dev.patrol.report.view;

import java.util.List;

/**
 * One big number and what it is made of.
 *
 * @param label what is counted
 * @param number the number
 * @param link where on the page the details are, such as {@code #endpoints}
 * @param shares its parts, which add up to it
 * @param note a line below; may be empty
 */
public record Tile(Say label, Say number, String link, List<Share> shares, Say note) {
  public Tile {
    shares = List.copyOf(shares);
  }

  /**
   * A part of the number.
   *
   * @param label what this part is
   * @param tone what colours it: a style class
   * @param number the part
   * @param start where its piece of the bar begins, such as {@code 12.5%}
   * @param width how long its piece of the bar is
   */
  public record Share(Say label, String tone, Say number, String start, String width) {}
}
