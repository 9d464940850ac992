package dev.patrol.model;

/**
 * A conclusion: the service does not take this token as a token.
 *
 * @param token the token's id
 * @param evidence what the service said
 */
public record KeyRefused(String token, String evidence) implements OfToken {}
