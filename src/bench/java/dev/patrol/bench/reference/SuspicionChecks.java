package dev.patrol.bench.reference;

import dev.patrol.model.Cause;
import dev.patrol.model.Level;
import dev.patrol.model.Meaning;
import dev.patrol.model.Operation;
import dev.patrol.model.Token;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names the likelier right where nothing tells for sure which one is missing: {@code
 * 10-key/suspicion.drl}.
 */
final class SuspicionChecks {
  private final Case dossier;
  private final Token token;

  SuspicionChecks(Case dossier) {
    this.dossier = dossier;
    token = dossier.token;
  }

  /** Each of these looks at all refusals before the next does. */
  void check() {
    if (dossier.accepted != null) {
      dossier.refusals.forEach(this::suspectSeveralPoints);
      dossier.refusals.forEach(this::suspectUndeclaredWorkspace);
      dossier.refusals.forEach(this::suspectByNeighbours);
      dossier.refusals.forEach(this::suspectByPoints);
      dossier.refusals.forEach(this::suspectPoint);
    } else if (dossier.refused == null) {
      dossier.refusals.forEach(this::suspectWithoutReason);
    }
    suspectTwins();
  }

  private void suspectSeveralPoints(Call call) {
    Operation operation = call.operation;
    if (operation == null
        || call.lacksRight()
        || !operation.pointsCertain()
        || operation.permissions().size() < 2
        || call.endpoint.idInDoubt()
        || (operation.mayNeedWorkspace() && !dossier.holdsWorkspace(call.workspace()))) {
      return;
    }
    List<String> outside = operation.pointsOutside(dossier.heldPoints.keySet());
    if (outside.size() > 1) {
      dossier.fail(
          call,
          "point-among-several",
          answered(call) + "; the token lacks at least one of " + String.join(", ", outside));
    }
  }

  private void suspectUndeclaredWorkspace(Call call) {
    Operation operation = call.operation;
    String workspace = call.workspace();
    if (operation == null
        || call.lacksRight()
        || !operation.mayNeedWorkspace()
        || !token.permissions().known()
        || call.endpoint.idInDoubt()
        || dossier.holdsWorkspace(workspace)) {
      return;
    }
    boolean unknown = operation.needsWorkspace() && !token.workspaces().known();
    if (unknown || (workspace != null && token.workspaces().excludes(workspace))) {
      dossier.suspect(
          call,
          "workspace-suspected",
          List.of(Cause.KEY_PERMISSION),
          answered(call) + "; the points are declared, the workspace is not");
    }
  }

  private void suspectByNeighbours(Call call) {
    if (isRefusedInWorkspace(call)
        && !call.lacksRight()
        && !dossier.holdsWorkspace(call.workspace())) {
      Call neighbour = neighbour(call);
      if (neighbour != null) {
        dossier.suspect(
            call,
            "workspace-suspected-by-neighbours",
            List.of(Cause.KEY_PERMISSION),
            answered(call)
                + ", and refuses endpoint "
                + neighbour.id()
                + " with another point in the same workspace as well");
      }
    }
  }

  private static boolean isRefusedInWorkspace(Call call) {
    return call.workspace() != null
        && call.operation != null
        && call.operation.needsWorkspace()
        && !call.endpoint.idInDoubt();
  }

  /** Another refused call into the same workspace, with other points. */
  private @Nullable Call neighbour(Call call) {
    for (int i = dossier.refusals.size() - 1; i >= 0; i--) {
      Call other = dossier.refusals.get(i);
      if (other != call
          && isRefusedInWorkspace(other)
          && sameWorkspace(other, call)
          && !samePoints(other, call)) {
        return other;
      }
    }
    return null;
  }

  private static boolean sameWorkspace(Call one, Call other) {
    return one.workspace() != null && one.workspace().equals(other.workspace());
  }

  private static boolean samePoints(Call one, Call other) {
    return one.operation != null
        && other.operation != null
        && one.operation.permissions().equals(other.operation.permissions());
  }

  private void suspectByPoints(Call call) {
    Operation operation = call.operation;
    String workspace = call.workspace();
    if (operation == null
        || call.lacksRight()
        || !operation.pointsCertain()
        || operation.permissions().isEmpty()
        || call.endpoint.idInDoubt()) {
      return;
    }
    boolean inQuestion =
        (operation.needsWorkspace() && workspace == null)
            || (operation.level() == Level.UNKNOWN && workspace != null);
    if (inQuestion
        && !dossier.holdsWorkspace(workspace)
        && dossier.holdsAll(operation.permissions())) {
      dossier.suspect(
          call,
          "workspace-suspected-by-points",
          List.of(Cause.ESCALATE),
          answered(call) + ", although the token uses the same points elsewhere");
    }
  }

  private void suspectPoint(Call call) {
    Operation operation = call.operation;
    if (operation == null
        || call.lacksRight()
        || call.hasFailed(Cause.KEY_VALIDITY)
        || call.endpoint.idInDoubt()
        || (operation.pointsCertain() && dossier.holdsAll(operation.permissions()))) {
      return;
    }
    dossier.suspect(
        call,
        "point-suspected",
        operation.mayNeedWorkspace()
            ? List.of(Cause.KEY_WORKSPACE, Cause.ESCALATE)
            : List.of(Cause.ESCALATE),
        answered(call) + "; no other call of the token tells point and workspace apart");
  }

  private void suspectWithoutReason(Call call) {
    if (call.operation != null && call.meaning == Meaning.AUTH_REFUSED && !call.lacksRight()) {
      dossier.suspect(
          call,
          "refused-without-reason",
          List.of(Cause.KEY_VALIDITY, Cause.KEY_WORKSPACE),
          answered(call) + ", and no other call of the token was answered");
    }
  }

  /** A call without an answer would have been refused like one with the same rights. */
  private void suspectTwins() {
    for (Call twin : dossier.refusals) {
      if (isTwin(twin, Cause.KEY_PERMISSION)) {
        suspectPointOfTwins(twin);
      }
    }
    for (int i = dossier.refusals.size() - 1; i >= 0; i--) {
      Call twin = dossier.refusals.get(i);
      if (isTwin(twin, Cause.KEY_WORKSPACE)) {
        suspectWorkspaceOfTwins(twin);
      }
    }
  }

  private static boolean isTwin(Call call, Cause failed) {
    return call.hasFailed(failed)
        && call.operation != null
        && call.operation.pointsCertain()
        && !call.operation.permissions().isEmpty()
        && !call.endpoint.idInDoubt();
  }

  private void suspectPointOfTwins(Call twin) {
    boolean anywhere = twin.operation != null && !twin.operation.mayNeedWorkspace();
    for (Call call : dossier.calls) {
      if (isUnheard(call)
          && !call.lacksRight()
          && samePoints(call, twin)
          && (anywhere || sameWorkspace(call, twin))) {
        dossier.suspect(
            call,
            "point-suspected-by-twin",
            anywhere ? List.of() : List.of(Cause.KEY_WORKSPACE),
            "endpoint " + twin.id() + ", with the same points, was refused");
      }
    }
  }

  private void suspectWorkspaceOfTwins(Call twin) {
    for (Call call : dossier.calls) {
      if (isUnheard(call)
          && !call.lacksRight()
          && samePoints(call, twin)
          && sameWorkspace(call, twin)) {
        dossier.suspect(
            call,
            "workspace-suspected-by-twin",
            List.of(Cause.KEY_PERMISSION),
            "endpoint " + twin.id() + ", with the same points and workspace, was refused");
      }
    }
  }

  private static boolean isUnheard(Call call) {
    return call.meaning.isSilent()
        || (call.meaning.refusesAuthentication() && call.endpoint.idInDoubt());
  }

  /** A right that was neither shown nor ruled out fits a refusal as well; after all else. */
  void leaveOpen() {
    if (dossier.accepted == null) {
      return;
    }
    for (Call call : dossier.refusals) {
      Operation operation = call.operation;
      String workspace = call.workspace();
      if (operation == null
          || !call.hasFailed()
          || (workspace != null && dossier.handedOver.contains(workspace))) {
        continue;
      }
      if (operation.mayNeedWorkspace()
          && !dossier.holdsWorkspace(workspace)
          && Collections.disjoint(operation.permissions(), dossier.lackedPoints.keySet())) {
        call.leaveOpen(Cause.KEY_WORKSPACE);
      }
      if ((workspace == null || !dossier.lackedWorkspaces.containsKey(workspace))
          && !dossier.holdsAll(operation.permissions())) {
        call.leaveOpen(Cause.KEY_PERMISSION);
      }
    }
  }

  private static String answered(Call call) {
    return "the service answered " + call.answer.inWords();
  }
}
