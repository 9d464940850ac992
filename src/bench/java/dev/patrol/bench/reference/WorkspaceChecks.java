package dev.patrol.bench.reference;

import dev.patrol.model.Cause;
import dev.patrol.model.Edition;
import dev.patrol.model.Level;
import dev.patrol.model.Mark;
import dev.patrol.model.Meaning;
import dev.patrol.model.Operation;
import dev.patrol.model.Token;
import dev.patrol.model.TokenKind;
import dev.patrol.model.Workspace;

/** Does the key cover the workspace that holds the resource: {@code 10-key/workspace.drl}. */
final class WorkspaceChecks {
  private static final Mark HOME_UNKNOWN =
      Marks.unsure("the inventory does not say in which workspace the called resource lives");

  private final Case dossier;
  private final Token token;

  WorkspaceChecks(Case dossier) {
    this.dossier = dossier;
    token = dossier.token;
  }

  void checkOwner(Call call) {
    Workspace place = call.place;
    Edition edition = place == null ? null : place.edition();
    if (place == null
        || edition == null
        || !edition.isPersonal()
        || token.kind() == TokenKind.OAUTH
        || !call.livesInWorkspace()
        || !place.ownedBySomebodyElse(token)
        || dossier.holdsWorkspace(place.id())
        || call.answer.clearsWorkspace(call.endpoint)) {
      return;
    }
    dossier.fail(
        call,
        "workspace-of-somebody-else",
        "workspace "
            + place.id()
            + " is owned by "
            + place.owner()
            + " under "
            + edition.id()
            + "; the token is held by "
            + token.owner());
  }

  void checkDeclared(Call call) {
    String workspace = call.workspace();
    if (workspace == null
        || !call.livesInWorkspace()
        || !token.workspaces().excludes(workspace)
        || dossier.holdsWorkspace(workspace)
        || call.hasFailed(Cause.KEY_WORKSPACE)
        || call.answer.clearsWorkspace(call.endpoint)) {
      return;
    }
    dossier.fail(
        call,
        "workspace-not-granted",
        "the resource lives in workspace "
            + workspace
            + ", which is not among the declared workspaces of "
            + token.id());
  }

  void checkRefused(Call call) {
    String workspace = call.workspace();
    String lacked = workspace == null ? null : dossier.lackedWorkspaces.get(workspace);
    if (lacked == null
        || !call.livesInWorkspace()
        || call.hasFailed(Cause.KEY_WORKSPACE)
        || call.answer.clearsWorkspace(call.endpoint)) {
      return;
    }
    dossier.fail(
        call,
        "workspace-refused-live",
        "the token does not cover workspace " + workspace + ": " + lacked);
  }

  void markUnknown(Call call) {
    String workspace = call.workspace();
    if (workspace == null) {
      if (call.livesInWorkspace() && !call.answer.provesWorkspace(call.endpoint)) {
        call.mark(Cause.KEY_WORKSPACE, HOME_UNKNOWN);
      }
      return;
    }
    Operation operation = call.operation;
    boolean excluded = token.workspaces().excludes(workspace);
    if (call.livesInWorkspace() && !dossier.holdsWorkspace(workspace)) {
      if (excluded
          && operation != null
          && (call.meaning == Meaning.QUOTA || call.meaning == Meaning.RISK_CONTROL)) {
        call.mark(
            Cause.KEY_WORKSPACE,
            Marks.unsure(
                "workspace "
                    + workspace
                    + " is not among the declared ones, but the service did not object to that"));
        call.leaveOpen(Cause.KEY_WORKSPACE);
      }
      if (!token.workspaces().known() && !call.answer.provesWorkspace(call.endpoint)) {
        call.mark(
            Cause.KEY_WORKSPACE,
            Marks.unsure(
                "the inventory does not list the token's workspaces, and no call has shown that it"
                    + " covers "
                    + workspace));
      }
    }
    if (excluded
        && operation != null
        && operation.level() == Level.UNKNOWN
        && !operation.isOAuthFlow()
        && !call.answer.provesWorkspace(call.endpoint)) {
      call.mark(
          Cause.KEY_WORKSPACE,
          Marks.unsure(
              "workspace "
                  + workspace
                  + " is not among the declared ones, but it is not documented whether this"
                  + " operation asks for it"));
    }
  }
}
