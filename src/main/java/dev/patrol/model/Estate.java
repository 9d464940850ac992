package dev.patrol.model;

import java.util.List;

/**
 * The inventory as a whole, in the few summaries that the last round of rules sees; the rounds over
 * single dossiers have none.
 *
 * @param workspaces all known workspaces
 * @param holdings how many tokens of a kind somebody holds
 * @param sharedSecrets secrets that stand under several token ids
 */
public record Estate(
    List<Workspace> workspaces, List<Holding> holdings, List<SharedSecret> sharedSecrets) {
  public Estate {
    workspaces = List.copyOf(workspaces);
    holdings = List.copyOf(holdings);
    sharedSecrets = List.copyOf(sharedSecrets);
  }
}
