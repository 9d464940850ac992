package dev.patrol.model;

import java.util.List;

/**
 * The inventory as a whole, in the few summaries that the last round of rules sees; the rounds over
 * single dossiers have none.
 *
 * @param workspaces all known workspaces
 * @param holdings how many tokens of a kind somebody holds
 * @param sharedSecrets secrets that stand under several token ids
 * @param tokens all tokens that were judged; empty unless a rule matches {@link TokenUse}
 * @param applications all applications; empty unless a rule matches {@link Application}
 * @param workspaceUses all called workspaces; empty unless a rule matches {@link WorkspaceUse}
 */
public record Estate(
    List<Workspace> workspaces,
    List<Holding> holdings,
    List<SharedSecret> sharedSecrets,
    List<TokenUse> tokens,
    List<Application> applications,
    List<WorkspaceUse> workspaceUses) {

  /** An estate without the kinds that are collected only for rules that match them. */
  public Estate(
      List<Workspace> workspaces, List<Holding> holdings, List<SharedSecret> sharedSecrets) {
    this(workspaces, holdings, sharedSecrets, List.of(), List.of(), List.of());
  }

  public Estate {
    tokens = List.copyOf(tokens);
    applications = List.copyOf(applications);
    workspaceUses = List.copyOf(workspaceUses);
    workspaces = List.copyOf(workspaces);
    holdings = List.copyOf(holdings);
    sharedSecrets = List.copyOf(sharedSecrets);
  }
}
