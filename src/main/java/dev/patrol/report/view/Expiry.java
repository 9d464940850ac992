package dev.patrol.report.view;

/**
 * A token that has ended or soon will.
 *
 * @param token the token's id
 * @param kind its kind, such as {@code pat}
 * @param whom its owner; may be empty
 * @param email how to reach the owner; may be empty
 * @param day the day on which it ends
 * @param left that day counted from the run's day, in words
 * @param tone what colours it: a style class
 * @param width how long its bar is, such as {@code 40%}
 * @param endpoints how many endpoints depend on it
 */
public record Expiry(
    String token,
    String kind,
    String whom,
    String email,
    String day,
    String left,
    String tone,
    String width,
    String endpoints) {}
