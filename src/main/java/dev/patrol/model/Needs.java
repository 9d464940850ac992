package dev.patrol.model;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The least that a token must hold for its endpoints to work, and how that compares with what it is
 * declared to hold.
 *
 * @param token the token's id
 * @param endpoints how many endpoints the token has
 * @param permissions the points its endpoints need
 * @param workspaces the workspaces its endpoints need
 * @param missingPermissions needed points it does not hold, declared or found out
 * @param unusedPermissions declared points that no endpoint needs
 * @param missingWorkspaces needed workspaces it does not cover, declared or found out
 * @param unusedWorkspaces declared workspaces that no endpoint needs
 * @param applications the applications its endpoints belong to
 */
public record Needs(
    String token,
    int endpoints,
    SortedSet<String> permissions,
    SortedSet<String> workspaces,
    SortedSet<String> missingPermissions,
    SortedSet<String> unusedPermissions,
    SortedSet<String> missingWorkspaces,
    SortedSet<String> unusedWorkspaces,
    SortedSet<String> applications)
    implements OfToken {

  /** Adds up a dossier's endpoints and compares them with the token's declared scopes. */
  public static Needs of(Dossier dossier) {
    SortedSet<String> permissions = new TreeSet<>();
    SortedSet<String> workspaces = new TreeSet<>();
    SortedSet<String> applications = new TreeSet<>();
    for (Endpoint endpoint : dossier.endpoints()) {
      Operation operation = endpoint.operation();
      if (operation != null) {
        permissions.addAll(operation.permissions());
      }
      if (endpoint.workspace() != null && (operation == null || operation.needsWorkspace())) {
        workspaces.add(endpoint.workspace());
      }
      if (endpoint.application() != null) {
        applications.add(endpoint.application());
      }
    }
    Token token = dossier.token();
    return new Needs(
        token.id(),
        dossier.endpoints().size(),
        permissions,
        workspaces,
        token.permissions().lacking(permissions),
        unused(token.permissions(), permissions),
        token.workspaces().lacking(workspaces),
        unused(token.workspaces(), workspaces),
        applications);
  }

  /**
   * The same needs, held against what the answers taught about the token's rights.
   *
   * @param lacking points and workspaces that the token was found not to hold
   * @param holding points and workspaces that it was found to hold, whatever is declared
   */
  public Needs corrected(Set<String> lacking, Set<String> holding) {
    return new Needs(
        token,
        endpoints,
        permissions,
        workspaces,
        corrected(permissions, missingPermissions, lacking, holding),
        unusedPermissions,
        corrected(workspaces, missingWorkspaces, lacking, holding),
        unusedWorkspaces,
        applications);
  }

  private static SortedSet<String> corrected(
      Set<String> needed, SortedSet<String> missing, Set<String> lacking, Set<String> holding) {
    if (lacking.isEmpty() && (missing.isEmpty() || holding.isEmpty())) {
      return missing;
    }
    SortedSet<String> corrected = new TreeSet<>(needed);
    corrected.retainAll(lacking);
    corrected.addAll(missing);
    corrected.removeAll(holding);
    return corrected;
  }

  public Needs {
    permissions = Collections.unmodifiableSortedSet(permissions);
    workspaces = Collections.unmodifiableSortedSet(workspaces);
    missingPermissions = Collections.unmodifiableSortedSet(missingPermissions);
    unusedPermissions = Collections.unmodifiableSortedSet(unusedPermissions);
    missingWorkspaces = Collections.unmodifiableSortedSet(missingWorkspaces);
    unusedWorkspaces = Collections.unmodifiableSortedSet(unusedWorkspaces);
    applications = Collections.unmodifiableSortedSet(applications);
  }

  private static SortedSet<String> unused(Scope declared, SortedSet<String> needed) {
    SortedSet<String> unused = new TreeSet<>(declared.items());
    unused.removeAll(needed);
    return unused;
  }
}
