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
 */
public record Judgement(
    Token token,
    TokenState state,
    Needs needs,
    Answer identity,
    List<Diagnosis> diagnoses,
    List<Finding> findings) {
  public Judgement {
    diagnoses = List.copyOf(diagnoses);
    findings = List.copyOf(findings);
  }

  /** The same judgement with other findings. */
  public Judgement withFindings(List<Finding> others) {
    return new Judgement(token, state, needs, identity, diagnoses, others);
  }
}
