package dev.patrol.report.view;

import java.util.List;

/**
 * One thing to do, worst first.
 *
 * @param severity how much it matters
 * @param title what is wrong
 * @param rule the rule that found it
 * @param subject the token or workspace concerned
 * @param endpoints which endpoints it hits, in words; may be empty
 * @param whom who should act
 * @param email how to reach them; may be empty
 * @param evidence what was seen
 * @param remedy what to do about it
 * @param due the day by which it must be done; may be empty
 * @param dueWords the same, counted from the run's day; may be empty
 * @param news what of it is new, or back again
 * @param since the day on which it was first seen; may be empty
 */
public record Todo(
    Chip severity,
    String title,
    String rule,
    String subject,
    String endpoints,
    String whom,
    String email,
    String evidence,
    String remedy,
    String due,
    String dueWords,
    List<Chip> news,
    String since) {
  public Todo {
    news = List.copyOf(news);
  }
}
