package dev.patrol.report.view;

import java.util.List;

/**
 * Tokens by the day they end, from a week ago to a month ahead. Places are shares of its width,
 * such as {@code 42.1%}.
 *
 * @param ticks days that are named
 * @param days days on which tokens end
 * @param lanes the tokens that end nearest to today, the earliest first
 * @param left how many more tokens end in this time
 * @param today where today is
 */
public record Timeline(
    List<Tick> ticks, List<Day> days, List<Lane> lanes, long left, String today) {
  public Timeline {
    ticks = List.copyOf(ticks);
    days = List.copyOf(days);
    lanes = List.copyOf(lanes);
  }

  /**
   * A day that is named.
   *
   * @param at where it is
   * @param label its date without the year
   */
  public record Tick(String at, String label) {}

  /**
   * A day on which tokens end.
   *
   * @param at where its bar begins
   * @param width how wide the bar is
   * @param top where it begins from above, in pixels
   * @param height how high it is, in pixels
   * @param tone what colours it: a style class
   */
  public record Day(String at, String width, long top, long height, String tone) {}

  /**
   * A token that has ended or soon will.
   *
   * @param token the token's id
   * @param kind its kind
   * @param owner who holds it; may be empty
   * @param day the day on which it ends
   * @param left that day counted from the run's day, in words
   * @param endpoints how many endpoints depend on it
   * @param from where its bar begins
   * @param width how long its bar is
   * @param end where it ends
   * @param tone what colours it: a style class
   */
  public record Lane(
      String token,
      String kind,
      String owner,
      String day,
      Say left,
      long endpoints,
      String from,
      String width,
      String end,
      String tone) {}
}
