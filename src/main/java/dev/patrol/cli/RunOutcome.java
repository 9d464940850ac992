package dev.patrol.cli;

import dev.patrol.audit.AuditOutcome;
import dev.patrol.model.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a run by schedule ended. */
enum RunOutcome {
  /** Done. */
  DONE,
  /** Done, and a finding at or above the schedule's {@code fail-on} is open. */
  FINDINGS,
  /** Done, but some probes stayed unanswered or some rules failed. */
  UNANSWERED,
  /** Could not be done. */
  FAILED,
  /** Cut short; it goes on later. */
  STOPPED,
  /** Not begun, as another run of the inventory is under way; it is tried again. */
  WAITING;

  /** The outcome of an audit that came to its end. */
  static RunOutcome of(AuditOutcome outcome, @Nullable Severity failOn) {
    if (!outcome.failedRules().isEmpty()) {
      return UNANSWERED;
    }
    if (failOn != null && outcome.totals().atLeast(failOn) > 0) {
      return FINDINGS;
    }
    return outcome.isIncomplete() ? UNANSWERED : DONE;
  }

  /** The word that stands for it in the log and the metrics. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
