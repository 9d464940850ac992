package dev.patrol.model;

import java.util.List;

/**
 * The unit of everything: one token, its endpoints, and the workspaces that either of them names.
 *
 * @param token the token
 * @param endpoints its endpoints in the inventory's order
 * @param workspaces the known workspaces that it touches, and at least one of its own account where
 *     one is known, sorted by id
 */
public record Dossier(Token token, List<Endpoint> endpoints, List<Workspace> workspaces) {
  public Dossier {
    endpoints = List.copyOf(endpoints);
    workspaces = List.copyOf(workspaces);
  }
}
