package dev.patrol.history;

import dev.patrol.model.Answer;
import dev.patrol.model.Cause;
import dev.patrol.model.Diagnosis;
import dev.patrol.model.Finding;
import dev.patrol.model.Judgement;
import java.util.Locale;

/** What a finding rested on, and so what must be known tonight to say that it is gone. */
enum Basis {
  /** Declared facts, which are always known. */
  DECLARED,
  /** The answer of its endpoint. */
  ENDPOINT,
  /** The answer of the token's identity probe, and perhaps of its endpoints. */
  IDENTITY,
  /** The answers of the token's endpoints; the token itself was not asked about. */
  CALLS;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Basis of(Finding finding, Judgement judgement) {
    if (finding.endpoint() != null) {
      return finding.answer() == null ? DECLARED : ENDPOINT;
    }
    if (judgement.identity().asked()) {
      return IDENTITY;
    }
    return judgement.diagnoses().stream().anyMatch(each -> each.answer().asked())
        ? CALLS
        : DECLARED;
  }

  /**
   * Whether tonight would have found the finding if it still held.
   *
   * @param endpoint the id of its endpoint as it is stored; empty for the token itself
   */
  boolean isKnown(String endpoint, Judgement tonight) {
    return switch (this) {
      case DECLARED -> true;
      case ENDPOINT ->
          tonight.diagnoses().stream()
              .filter(each -> StoredText.id(each.endpoint().id()).equals(endpoint))
              .allMatch(each -> isTold(each.answer()) && each.cause() != Cause.SERVICE);
      case IDENTITY -> isTold(tonight.identity()) && noneFailed(tonight);
      case CALLS ->
          noneFailed(tonight)
              && tonight.diagnoses().stream().anyMatch(each -> each.answer().asked());
    };
  }

  private static boolean isTold(Answer answer) {
    return answer.failure() == null && !answer.meaning().isSilent();
  }

  private static boolean noneFailed(Judgement tonight) {
    return tonight.diagnoses().stream().noneMatch(Basis::failed);
  }

  private static boolean failed(Diagnosis diagnosis) {
    Answer answer = diagnosis.answer();
    return diagnosis.cause() == Cause.SERVICE
        || answer.failure() != null
        || (answer.asked() && answer.meaning().isSilent());
  }
}
