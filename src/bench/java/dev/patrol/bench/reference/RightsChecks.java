package dev.patrol.bench.reference;

import dev.patrol.model.AppStatus;
import dev.patrol.model.KeyAccepted;
import dev.patrol.model.Needs;
import dev.patrol.model.Today;
import dev.patrol.model.Token;
import java.time.Instant;
import java.util.Set;

/**
 * Rights that nothing needs, and declarations that an answer contradicts: {@code
 * 70-hygiene/rights.drl} and {@code 70-hygiene/declared.drl}.
 */
final class RightsChecks {
  private final Case dossier;
  private final Token token;

  RightsChecks(Case dossier) {
    this.dossier = dossier;
    token = dossier.token;
  }

  void check() {
    checkNeeds(dossier.needs);
    checkLife();
    dossier.heldPoints.forEach(
        (point, endpoint) -> {
          if (token.permissions().excludes(point)) {
            dossier.warn(
                "undeclared-point-accepted",
                point
                    + " is not declared, but "
                    + (endpoint == null ? "the identity probe" : "endpoint " + endpoint)
                    + " was let through");
          }
        });
    dossier.heldWorkspaces.forEach(
        (workspace, endpoint) -> {
          if (token.workspaces().excludes(workspace)) {
            dossier.warn(
                "undeclared-workspace-accepted",
                "workspace "
                    + workspace
                    + " is not declared, but endpoint "
                    + endpoint
                    + " was let through");
          }
        });
    dossier.lackedPoints.forEach(
        (point, why) -> {
          if (token.permissions().covers(point)) {
            dossier.warn("declared-point-refused", point + " is declared, but " + why);
          }
        });
    dossier.lackedWorkspaces.forEach(
        (workspace, why) -> {
          if (token.workspaces().covers(workspace)) {
            dossier.warn(
                "declared-workspace-refused",
                "workspace " + workspace + " is declared, but " + why);
          }
        });
  }

  private void checkNeeds(Needs needs) {
    if (dossier.calls.isEmpty()) {
      dossier.warn("token-without-endpoints", "endpoints.csv has no row with it");
    } else {
      if (!needs.unusedPermissions().isEmpty()) {
        dossier.warn("points-unused", "no endpoint needs " + listed(needs.unusedPermissions()));
      }
      if (!needs.unusedWorkspaces().isEmpty()) {
        dossier.warn("workspaces-unused", "no endpoint needs " + listed(needs.unusedWorkspaces()));
      }
    }
    if (token.workspaces().all()
        && !needs.workspaces().isEmpty()
        && needs.workspaces().size() <= dossier.policy.fewWorkspaces()) {
      dossier.warn(
          "workspaces-unlimited",
          "it covers every workspace and uses " + listed(needs.workspaces()));
    }
    if (needs.applications().size() > 1) {
      dossier.warn("token-shared", "it is used by " + listed(needs.applications()));
    }
  }

  private void checkLife() {
    KeyAccepted accepted = dossier.accepted;
    if (accepted == null) {
      return;
    }
    Today today = dossier.today;
    AppStatus app = token.appStatus();
    Instant latest = dossier.policy.latestEnd(token);
    if (token.declaredOver(today)
        || app == AppStatus.DISABLED
        || app == AppStatus.UNINSTALLED
        || (latest != null && today.isPast(latest))) {
      dossier.warn(
          "declared-dead-but-accepted",
          "the inventory says it is over; the service answered " + accepted.evidence());
    }
  }

  private static String listed(Set<String> names) {
    return String.join(", ", names);
  }
}
