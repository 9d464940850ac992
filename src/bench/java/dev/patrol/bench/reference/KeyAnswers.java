package dev.patrol.bench.reference;

import dev.patrol.model.Answer;
import dev.patrol.model.KeyAccepted;
import dev.patrol.model.KeyRefused;
import dev.patrol.model.Meaning;
import dev.patrol.model.Operation;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the answers say about the key itself and prove of its rights: {@code 00-answers}. */
final class KeyAnswers {
  private final Case dossier;
  private final Answer identity;
  private final List<Answer> answers;

  KeyAnswers(Case dossier) {
    this.dossier = dossier;
    identity = dossier.identity();
    answers = dossier.probed.answers();
  }

  void conclude() {
    proveRights();
    if (dossier.accepted == null) {
      Answer refusal = refusal();
      Answer sign = refusal == null ? sign() : null;
      String token = dossier.token.id();
      if (refusal != null) {
        dossier.refused = new KeyRefused(token, refusal.inWords());
      } else if (sign != null) {
        dossier.accepted = new KeyAccepted(token, false, sign.inWords());
      }
    }
  }

  private void proveRights() {
    prove(identity);
    answers.forEach(this::prove);
    for (Call call : dossier.calls) {
      String workspace = call.workspace();
      Operation operation = call.operation;
      if (workspace != null
          && operation != null
          && operation.needsWorkspace()
          && call.meaning == Meaning.ACCEPTED) {
        dossier.heldWorkspaces.put(workspace, call.id());
      }
    }
  }

  private void prove(Answer answer) {
    Operation operation = answer.operation();
    if (operation == null || operation.permissions().isEmpty() || !answer.meaning().provesRight()) {
      return;
    }
    if (dossier.accepted == null) {
      dossier.accepted = new KeyAccepted(dossier.token.id(), true, answer.inWords());
    }
    if (operation.pointsCertain()) {
      for (String point : operation.permissions()) {
        dossier.heldPoints.put(point, answer.endpoint());
      }
    }
  }

  /** The answer that shows that the key is not taken, if one does. */
  private @Nullable Answer refusal() {
    if (identity.meaning() == Meaning.KEY_REFUSED) {
      return identity;
    }
    Operation asked = identity.operation();
    boolean identityRefused = identity.meaning().refusesAuthentication();
    if (identityRefused && asked != null && asked.permissions().isEmpty()) {
      return identity;
    }
    boolean success = any(Meaning.ACCEPTED);
    boolean rightRefused = any(Meaning.RIGHT_REFUSED);
    if (!rightRefused) {
      Answer refusal = refusedEndpoint(success);
      if (refusal != null) {
        return refusal;
      }
      if (!success
          && identity.meaning() == Meaning.AUTH_REFUSED
          && answers.stream().anyMatch(answer -> answer.meaning().refusesAuthentication())) {
        return identity;
      }
    }
    return dossier.token.declaredOver(dossier.today)
        ? first(
            answer ->
                answer.meaning().refusesAuthentication()
                    && (answer.meaning() != Meaning.RIGHT_REFUSED || !success))
        : null;
  }

  /** One that nothing contradicts, or several that outweigh an operation without points. */
  private @Nullable Answer refusedEndpoint(boolean success) {
    Answer lastSent = null;
    int sent = 0;
    for (Answer answer : answers) {
      if (answer.meaning() == Meaning.KEY_REFUSED) {
        if (!success) {
          return answer;
        }
        if (answer.probe().equals("sent")) {
          lastSent = answer;
          sent++;
        }
      }
    }
    return sent > 1 ? lastSent : null;
  }

  private boolean any(Meaning meaning) {
    if (identity.meaning() == meaning) {
      return true;
    }
    for (Answer answer : answers) {
      if (answer.meaning() == meaning) {
        return true;
      }
    }
    return false;
  }

  /** The last answer that only one who knows the token can give. */
  private @Nullable Answer sign() {
    for (int i = answers.size() - 1; i >= 0; i--) {
      if (answers.get(i).meaning().provesKey()) {
        return answers.get(i);
      }
    }
    return identity.meaning().provesKey() ? identity : null;
  }

  private @Nullable Answer first(Predicate<Answer> wanted) {
    if (wanted.test(identity)) {
      return identity;
    }
    for (Answer answer : answers) {
      if (wanted.test(answer)) {
        return answer;
      }
    }
    return null;
  }
}
