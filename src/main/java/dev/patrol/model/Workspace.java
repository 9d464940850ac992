package dev.patrol.model;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A workspace, as a row of {@code workspaces.csv} declares it.
 *
 * @param id the vendor's id of the workspace
 * @param name what people call it
 * @param owner who owns it now
 * @param ownerEmail how to reach the owner
 * @param account personal account or enterprise id
 * @param edition the edition it is run under
 * @param kind personal or team
 * @param ownerSince when the present owner took over
 * @param attributes the cells of columns that the contract does not name
 * @param place where the row stands
 */
public record Workspace(
    String id,
    @Nullable String name,
    @Nullable String owner,
    @Nullable String ownerEmail,
    @Nullable String account,
    @Nullable Edition edition,
    @Nullable WorkspaceKind kind,
    @Nullable Instant ownerSince,
    Map<String, String> attributes,
    Place place) {

  public Workspace {
    Objects.requireNonNull(id);
    attributes = Map.copyOf(attributes);
  }

  /** Whether the edition is known to belong to one person. */
  public boolean personalEdition() {
    return edition != null && edition.isPersonal();
  }

  /** Whether this is known to be owned by somebody other than the token's owner. */
  public boolean ownedBySomebodyElse(Token token) {
    if (owner == null || token.owner() == null || owner.equalsIgnoreCase(token.owner())) {
      return false;
    }
    return ownerEmail == null || !ownerEmail.equalsIgnoreCase(token.ownerEmail());
  }
}
