package dev.patrol.report.published;

/**
 * A rule as a published report explains it.
 *
 * @param id the rule's id
 * @param title what a finding of it means
 * @param remedy what to do
 */
public record PublishedRule(String id, String title, String remedy) {}
