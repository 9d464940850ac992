package dev.patrol.report.view;

/**
 * Something that the last run reported and that no longer holds.
 *
 * @param rule the rule's id
 * @param title what it names
 * @param severity how much it mattered
 * @param subject what it was about
 * @param evidence what had been seen
 * @param since the day on which it was first seen; may be empty
 */
public record FixedRow(
    String rule, String title, Chip severity, String subject, String evidence, String since) {}
