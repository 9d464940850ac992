package dev.patrol.model;

/**
 * A conclusion: the workspace got a new owner after the token was made, so the token stopped
 * working there.
 *
 * @param token the token's id
 * @param workspace the workspace's id
 */
public record HandedOver(String token, String workspace) implements OfToken {}
