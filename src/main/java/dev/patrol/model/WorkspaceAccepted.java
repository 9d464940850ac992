package dev.patrol.model;

/**
 * A conclusion: the token covers this workspace, for a call into it succeeded.
 *
 * @param token the token's id
 * @param workspace the workspace's id
 * @param endpoint the endpoint whose call it was
 */
public record WorkspaceAccepted(String token, String workspace, String endpoint)
    implements OfToken {}
