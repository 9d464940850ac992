package dev.patrol.model;

import java.util.List;

/**
 * What the rules made of one dossier.
 *
 * @param token the token
 * @param state its state
 * @param needs the least it must hold
 * @param identity the answer of its identity probe
 * @param diagnoses one for each endpoint, in the inventory's order
 * @param findings worst first
 * @param trace which rules fired for it, in their order
 * @param errors the rules without which it was judged
 */
public record Judgement(
    Token token,
    TokenState state,
    Needs needs,
    Answer identity,
    List<Diagnosis> diagnoses,
    List<Finding> findings,
    List<Firing> trace,
    List<RuleError> errors) {
  public Judgement {
    diagnoses = List.copyOf(diagnoses);
    findings = List.copyOf(findings);
    trace = List.copyOf(trace);
    errors = List.copyOf(errors);
  }

  /** A judgement that all rules made, and that keeps no trace of them. */
  public Judgement(
      Token token,
      TokenState state,
      Needs needs,
      Answer identity,
      List<Diagnosis> diagnoses,
      List<Finding> findings) {
    this(token, state, needs, identity, diagnoses, findings, List.of(), List.of());
  }

  /** The same judgement with other findings. */
  public Judgement withFindings(List<Finding> others) {
    return new Judgement(token, state, needs, identity, diagnoses, others, trace, errors);
  }

  /**
   * Whether what a rule finds is known here: it did not fail, nor, where it is about the guide, did
   * another rule of the guide, whose conclusions it may rest on.
   */
  public boolean isDecided(RuleInfo rule) {
    return errors.stream()
        .map(RuleError::rule)
        .noneMatch(
            failed ->
                failed.id().equals(rule.id()) || (failed.guide() != null && rule.guide() != null));
  }
}
