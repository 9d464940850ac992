package dev.patrol.bench.reference;

import dev.patrol.model.Edition;
import dev.patrol.model.KeyAccepted;

/**
 * Answers that are not the key's fault, and those that nothing explains: {@code 60-not-the-key} and
 * {@code 50-escalate}.
 */
final class AnswerChecks {
  private AnswerChecks() {}

  static void check(Case dossier, Call call) {
    switch (call.meaning) {
      case RESOURCE -> dossier.fail(call, "resource-trouble", answered(call));
      case QUOTA -> dossier.fail(call, "quota-used-up", answered(call));
      case RISK_CONTROL -> dossier.fail(call, "risk-control-hit", answered(call));
      case SERVICE -> dossier.fail(call, "service-unavailable", call.answer.inWords());
      default -> {}
    }
  }

  static void escalate(Case dossier, Call call) {
    KeyAccepted key = dossier.accepted;
    if (key == null
        || call.operation == null
        || !call.meaning.refusesAuthentication()
        || call.hasFailed()
        || dossier.hasFailed()) {
      return;
    }
    Edition edition = call.place == null ? null : call.place.edition();
    boolean supported =
        dossier.hasAccountEdition(false) || (edition != null && !edition.isPersonal());
    dossier.suspect(
        call,
        supported ? "escalate-to-support" : "escalate-on-your-own",
        key.doubts(call.endpoint, dossier.token),
        call.answer.inWords()
            + ", although the service takes the key ("
            + key.evidence()
            + ") and nothing else is amiss");
  }

  private static String answered(Call call) {
    return "the service answered " + call.answer.inWords();
  }
}
