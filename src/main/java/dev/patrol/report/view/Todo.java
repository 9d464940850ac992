package dev.patrol.report.view;

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
    String dueWords) {}
