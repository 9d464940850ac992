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

  /** The editions that the token's own account is run under, as far as they are known. */
  public List<AccountEdition> accountEditions() {
    String account = token.account();
    return workspaces.stream()
        .filter(workspace -> account != null && account.equals(workspace.account()))
        .map(Workspace::edition)
        .filter(edition -> edition != null)
        .distinct()
        .sorted()
        .map(edition -> new AccountEdition(token.id(), edition))
        .toList();
  }
}
