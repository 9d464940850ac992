package dev.patrol.model;

/**
 * A conclusion: the service takes this token as a token.
 *
 * @param token the token's id
 * @param proven false when the only sign is an operation that asks for no permission point, of
 *     which it is not documented that it refuses a dead key
 * @param evidence what the service said
 */
public record KeyAccepted(String token, boolean proven, String evidence) {}
