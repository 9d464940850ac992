package dev.patrol.facts;

import dev.patrol.model.Waiver;
import dev.patrol.model.Workspace;

/** Rows of the inventory that stand in no dossier, without secrets. */
final class MaskedRows {
  private MaskedRows() {}

  static Workspace of(Workspace workspace) {
    return new Workspace(
        Masked.name(workspace.id()),
        Masked.orNull(workspace.name()),
        Masked.orNull(workspace.owner()),
        Masked.orNull(workspace.ownerEmail()),
        Masked.orNull(workspace.account()),
        workspace.edition(),
        workspace.kind(),
        workspace.ownerSince(),
        Masked.cells(workspace.attributes()),
        workspace.place());
  }

  static Waiver of(Waiver waiver) {
    return new Waiver(
        Masked.name(waiver.rule()),
        Masked.nameOrNull(waiver.token()),
        Masked.nameOrNull(waiver.endpoint()),
        Masked.nameOrNull(waiver.workspace()),
        Masked.text(waiver.reason()),
        Masked.text(waiver.who()),
        waiver.until(),
        Masked.cells(waiver.attributes()),
        waiver.place());
  }
}
