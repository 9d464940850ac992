package dev.patrol.model;

import java.util.List;

/**
 * What the rules made of a round that is about no single dossier.
 *
 * @param findings worst first
 * @param trace which rules fired, in their order
 * @param errors the rules that failed
 */
public record Ruling(List<Finding> findings, List<Firing> trace, List<RuleError> errors) {
  public Ruling {
    findings = List.copyOf(findings);
    trace = List.copyOf(trace);
    errors = List.copyOf(errors);
  }
}
