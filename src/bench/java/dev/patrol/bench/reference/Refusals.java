package dev.patrol.bench.reference;

import dev.patrol.model.Answer;
import dev.patrol.model.Meaning;
import dev.patrol.model.Operation;

/** Which right a refused call tells to be missing: {@code 00-answers/refusals.drl}. */
final class Refusals {
  private final Case dossier;

  Refusals(Case dossier) {
    this.dossier = dossier;
  }

  void conclude() {
    if (dossier.accepted == null) {
      return;
    }
    for (Call call : dossier.refusals) {
      if (isEvidence(call)) {
        refuseWorkspace(call);
      }
    }
    for (int i = dossier.refusals.size() - 1; i >= 0; i--) {
      if (isEvidence(dossier.refusals.get(i))) {
        refusePointInWorkspace(dossier.refusals.get(i));
      }
    }
    for (Call call : dossier.refusals) {
      if (isEvidence(call)) {
        refusePointInAccount(call);
      }
    }
    refusePointsOfIdentity();
  }

  /** What a declared fact or a wrong id explains already is no evidence for anything else. */
  private static boolean isEvidence(Call call) {
    return call.operation != null
        && call.operation.pointsCertain()
        && !call.lacksRight()
        && !call.endpoint.idInDoubt();
  }

  private void refuseWorkspace(Call call) {
    String workspace = call.workspace();
    Operation operation = call.operation;
    if (workspace == null
        || operation == null
        || !operation.needsWorkspace()
        || dossier.holdsWorkspace(workspace)
        || dossier.lackedWorkspaces.containsKey(workspace)
        || dossier.handedOver.contains(workspace)
        || !dossier.holdsAll(operation.permissions())) {
      return;
    }
    dossier.lackedWorkspaces.put(
        workspace,
        "endpoint "
            + call.id()
            + " was refused there ("
            + call.answer.inWords()
            + "), although the token uses "
            + String.join(", ", operation.permissions())
            + " elsewhere");
  }

  private void refusePointInWorkspace(Call call) {
    String workspace = call.workspace();
    Operation operation = call.operation;
    if (workspace == null || operation == null || !operation.mayNeedWorkspace()) {
      return;
    }
    String witness = dossier.heldWorkspaces.get(workspace);
    if (witness != null) {
      for (String point : operation.onlyPointOutside(dossier.heldPoints.keySet())) {
        if (!dossier.lackedPoints.containsKey(point)) {
          dossier.lackedPoints.put(
              point,
              "endpoint "
                  + call.id()
                  + " was refused ("
                  + call.answer.inWords()
                  + "), although the token may use workspace "
                  + workspace
                  + ", as endpoint "
                  + witness
                  + " shows");
        }
      }
    }
  }

  private void refusePointInAccount(Call call) {
    Operation operation = call.operation;
    if (operation == null || operation.mayNeedWorkspace()) {
      return;
    }
    for (String point : operation.onlyPointOutside(dossier.heldPoints.keySet())) {
      if (!dossier.lackedPoints.containsKey(point)) {
        dossier.lackedPoints.put(
            point,
            "endpoint "
                + call.id()
                + " was refused ("
                + call.answer.inWords()
                + "), and its operation asks for no workspace");
      }
    }
  }

  private void refusePointsOfIdentity() {
    Answer identity = dossier.identity();
    Operation operation = identity.operation();
    if (operation == null
        || (identity.meaning() != Meaning.RIGHT_REFUSED
            && identity.meaning() != Meaning.AUTH_REFUSED)) {
      return;
    }
    for (String point : operation.permissions()) {
      if (!dossier.heldPoints.containsKey(point) && !dossier.lackedPoints.containsKey(point)) {
        dossier.lackedPoints.put(
            point, "the identity probe was refused (" + identity.inWords() + ")");
      }
    }
  }
}
