package dev.patrol.model;

import java.util.Objects;

/**
 * What is known about one step of the guide for one endpoint, and why.
 *
 * @param verdict pass, fail or unknown
 * @param evidence the reason in words, redacted
 */
public record Mark(Verdict verdict, String evidence) {
  public Mark {
    Objects.requireNonNull(verdict);
    evidence = Redaction.mask(evidence);
  }
}
