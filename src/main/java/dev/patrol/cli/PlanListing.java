package dev.patrol.cli;

import dev.patrol.audit.Auditor;
import dev.patrol.model.Redaction;
import dev.patrol.probe.DossierPlan;
import dev.patrol.probe.PlanTotals;
import dev.patrol.probe.PlannedRequest;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints what an audit would send, and why. */
final class PlanListing {
  private final PrintWriter out;

  PlanListing(PrintWriter out) {
    this.out = out;
  }

  void print(Auditor auditor) {
    PlanTotals totals = auditor.plan(this::print).totals();
    out.printf(
        Locale.ROOT,
        "%d requests would be sent; %d endpoints would share an answer.%n",
        totals.requests(),
        totals.shared());
    totals
        .perAccount()
        .forEach(
            (account, count) -> out.printf(Locale.ROOT, "  %6d  account %s%n", count, account));
    totals
        .skipped()
        .forEach(
            (reason, count) -> out.printf(Locale.ROOT, "  %6d  skipped: %s%n", count, reason.id()));
  }

  private void print(DossierPlan plan) {
    for (PlannedRequest request : plan.requests()) {
      out.printf(
          Locale.ROOT,
          "%s: %s %s%n    %s%n",
          plan.dossier().token().id(),
          request.method(),
          Redaction.url(request.url()),
          request.why());
    }
  }
}
