package dev.patrol.report.view;

/**
 * A rule and what it found.
 *
 * @param id the rule's id
 * @param title what it names
 * @param remedy what to do about it
 * @param step the number of the guide's step that it decides, or nothing
 * @param guide the cause it decides, or {@code hygiene}
 * @param severity how much its findings matter
 * @param place where it stands in the rule files
 * @param named whether rows of the page name it: it fired, or made findings, open or not
 * @param count how many open findings it made
 */
public record RuleRow(
    String id,
    Say title,
    Say remedy,
    String step,
    String guide,
    String severity,
    String place,
    boolean named,
    long count) {}
