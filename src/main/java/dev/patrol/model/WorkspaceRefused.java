package dev.patrol.model;

/**
 * A conclusion: the token does not cover this workspace, whatever the inventory declares.
 *
 * @param token the token's id
 * @param workspace the workspace's id
 * @param evidence how that follows from the answers
 */
public record WorkspaceRefused(String token, String workspace, String evidence)
    implements OfToken {}
