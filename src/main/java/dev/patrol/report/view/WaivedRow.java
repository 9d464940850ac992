package dev.patrol.report.view;

/**
 * Something that somebody has accepted for a time.
 *
 * @param rule the rule's id
 * @param title what it names
 * @param severity how much it would matter
 * @param subject what it is about
 * @param evidence what was seen
 * @param reason why it is accepted; may be empty
 * @param who who accepts it; may be empty
 * @param until the day on which that ends; may be empty
 * @param untilWords the same, counted from the run's day; may be empty
 */
public record WaivedRow(
    String rule,
    String title,
    Chip severity,
    String subject,
    String evidence,
    String reason,
    String who,
    String until,
    String untilWords) {}
