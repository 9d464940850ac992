package dev.patrol.report.view;

/**
 * A short word on a coloured ground.
 *
 * @param label the word
 * @param id the word that CSV files use
 * @param tone what colours it: a style class such as {@code fail}
 */
public record Chip(String label, String id, String tone) {}
