package dev.patrol.model;

/**
 * A conclusion: the token lacks this permission point, whatever the inventory declares.
 *
 * @param token the token's id
 * @param point the permission point
 * @param evidence how that follows from the answers
 */
public record PointRefused(String token, String point, String evidence) implements OfToken {}
