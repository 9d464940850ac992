package dev.patrol.bench.reference;

import dev.patrol.model.Answer;
import dev.patrol.model.Token;

/** What the inventory should hold and does not: {@code 70-hygiene/inventory.drl}. */
final class InventoryChecks {
  private final Case dossier;
  private final Token token;

  InventoryChecks(Case dossier) {
    this.dossier = dossier;
    token = dossier.token;
  }

  void check() {
    if (token.plainSecret()) {
      dossier.warn(
          "token-in-inventory",
          "the cell secret in "
              + token.place()
              + " holds a value instead of a reference; it was not used");
    }
    Answer identity = dossier.identity();
    if (token.secret() != null && identity.probe().equals("skipped-no-secret")) {
      String msg = identity.msg();
      dossier.warn("secret-missing", msg == null ? "the secret was not found" : msg);
    }
    if (token.owner() == null) {
      dossier.warn("owner-missing", "the cell owner in " + token.place() + " is empty");
    } else if (token.ownerEmail() == null) {
      dossier.warn("owner-mail-missing", "the cell owner_email in " + token.place() + " is empty");
    }
    if (token.expiresAt() == null
        && !token.neverExpires()
        && !token.permissions().known()
        && !token.workspaces().known()
        && !isAnythingAsked()) {
      dossier.warn(
          "no-check-possible",
          "no call was sent with it, and neither its end nor its points nor its workspaces are"
              + " declared");
    }
    dossier.calls.forEach(this::check);
  }

  private boolean isAnythingAsked() {
    return dossier.identity().asked() || dossier.probed.answers().stream().anyMatch(Answer::asked);
  }

  private void check(Call call) {
    if (call.endpoint.holdsPlainToken()) {
      dossier.warn(
          call, "token-in-endpoint", call.endpoint.place() + " holds a token-shaped value");
    }
    String workspace = call.workspace();
    if (workspace != null && call.place == null && isFirst(call, workspace)) {
      dossier.warn(call, "workspace-unknown", "workspaces.csv has no row " + workspace);
    }
  }

  /** Whether no earlier row names the workspace. */
  private boolean isFirst(Call call, String workspace) {
    long line = call.endpoint.place().line();
    for (Call other : dossier.calls) {
      if (other.endpoint.place().line() < line && workspace.equals(other.workspace())) {
        return false;
      }
    }
    return true;
  }
}
