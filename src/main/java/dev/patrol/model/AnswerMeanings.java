package dev.patrol.model;

import org.jspecify.annotations.Nullable;

/** Looks up what an answer says. */
@FunctionalInterface
public interface AnswerMeanings {
  /**
   * What the service means.
   *
   * @param httpStatus the HTTP status
   * @param code the vendor's code: digits, or a word in OAuth answers; null when the body has none
   * @param msg the vendor's message, or null
   */
  Meaning of(int httpStatus, @Nullable String code, @Nullable String msg);
}
