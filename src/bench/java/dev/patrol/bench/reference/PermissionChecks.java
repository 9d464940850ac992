package dev.patrol.bench.reference;

import dev.patrol.model.Cause;
import dev.patrol.model.Level;
import dev.patrol.model.Mark;
import dev.patrol.model.Meaning;
import dev.patrol.model.Operation;
import dev.patrol.model.Scope;
import dev.patrol.model.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Was the key granted every point that the operation asks for: {@code 10-key/permission.drl}. */
final class PermissionChecks {
  private static final Mark NOT_SPOKEN_OF =
      Marks.unsure(
          "a needed point is not among the declared ones, but the service did not object to that");
  private static final Mark NOT_LISTED =
      Marks.unsure("the inventory does not list the token's points, and no call has shown them");
  private static final Mark NOT_DOCUMENTED =
      Marks.unsure("it is not documented for sure which points this operation needs");
  private static final Mark NO_OPERATION =
      Marks.unsure("the call matches no documented operation, so its points are not known");

  private final Case dossier;
  private final Token token;

  PermissionChecks(Case dossier) {
    this.dossier = dossier;
    token = dossier.token;
  }

  void checkDeclared(Call call) {
    Operation operation = call.operation;
    if (operation == null || call.meaning.clearsRights()) {
      return;
    }
    if (operation.pointsCertain()) {
      SortedSet<String> lacking = token.permissions().lacking(operation.permissions());
      if (!lacking.isEmpty()) {
        failLacking(call, operation, lacking);
      }
    }
    if (operation.level() == Level.ENTERPRISE
        && (dossier.hasAccountEdition(true) || (call.place != null && call.place.personalEdition()))
        && !dossier.hasAccountEdition(false)) {
      dossier.fail(
          call,
          "point-beyond-edition",
          operation.signature()
              + " needs "
              + String.join(", ", operation.permissions())
              + " at enterprise level; the token's account is run under a personal edition");
    }
  }

  private void failLacking(Call call, Operation operation, SortedSet<String> points) {
    List<String> lacking = new ArrayList<>(points);
    Collections.reverse(lacking);
    Scope declared = token.permissions();
    for (String point : lacking) {
      if (!dossier.heldPoints.containsKey(point) && declared.nearMiss(point) == null) {
        dossier.fail(
            call,
            "point-not-granted",
            operation.signature()
                + " needs the point "
                + point
                + ", which is not among the declared points of "
                + token.id());
      }
    }
    for (String point : lacking) {
      String declaredPoint = declared.nearMiss(point);
      if (declaredPoint != null && !dossier.heldPoints.containsKey(point)) {
        dossier.fail(
            call,
            "point-in-other-case",
            operation.signature()
                + " needs the point "
                + point
                + "; the declared one is "
                + declaredPoint);
      }
    }
  }

  void checkRefused(Call call) {
    Operation operation = call.operation;
    if (operation == null
        || dossier.lackedPoints.isEmpty()
        || call.meaning.clearsRights()
        || call.hasFailed(Cause.KEY_PERMISSION)) {
      return;
    }
    for (Map.Entry<String, String> lacked : dossier.lackedPoints.entrySet()) {
      if (operation.permissions().contains(lacked.getKey())) {
        dossier.fail(
            call,
            "point-refused",
            operation.signature()
                + " needs the point "
                + lacked.getKey()
                + ", which the token lacks: "
                + lacked.getValue());
        return;
      }
    }
  }

  void markUnknown(Call call) {
    Operation operation = call.operation;
    if (operation == null) {
      call.mark(Cause.KEY_PERMISSION, NO_OPERATION);
      return;
    }
    if ((call.meaning == Meaning.QUOTA || call.meaning == Meaning.RISK_CONTROL)
        && !token.permissions().lacking(operation.permissions()).isEmpty()) {
      call.mark(Cause.KEY_PERMISSION, NOT_SPOKEN_OF);
      call.leaveOpen(Cause.KEY_PERMISSION);
    }
    if (call.meaning.provesRight()) {
      return;
    }
    if (!operation.pointsCertain()) {
      call.mark(Cause.KEY_PERMISSION, NOT_DOCUMENTED);
    } else if (!token.permissions().known()
        && !operation.permissions().isEmpty()
        && !dossier.holdsAll(operation.permissions())) {
      call.mark(Cause.KEY_PERMISSION, NOT_LISTED);
    }
  }
}
