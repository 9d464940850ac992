package dev.patrol.inventory;

import dev.patrol.model.Edition;
import dev.patrol.model.Workspace;
import dev.patrol.model.WorkspaceKind;
import java.time.ZoneId;

/** Rows of {@code workspaces.csv} as workspaces. */
final class WorkspaceRows implements Roster.Reader<Workspace> {
  private final ZoneId zone;

  WorkspaceRows(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public Workspace read(Row row, String id) {
    return new Workspace(
        id,
        row.text("name"),
        row.text("owner"),
        row.word("owner_email"),
        row.word("account"),
        row.choice("edition", Edition.values(), Edition::id),
        row.choice("kind", WorkspaceKind.values(), WorkspaceKind::id),
        row.date("owner_since", zone),
        row.attributes(),
        row.place());
  }
}
