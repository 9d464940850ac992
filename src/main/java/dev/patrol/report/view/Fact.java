package dev.patrol.report.view;

/**
 * A name and its value.
 *
 * @param name what it is
 * @param value what it says
 */
public record Fact(Say name, Say value) {}
