package dev.patrol.model;

import java.util.List;

/**
 * A dossier with what its probes brought back: all that the rules get to know about a token.
 *
 * @param dossier the token and its endpoints
 * @param identity the answer of the token's identity probe
 * @param answers one for each endpoint, in the dossier's order
 */
public record Probed(Dossier dossier, Answer identity, List<Answer> answers) {
  public Probed {
    answers = List.copyOf(answers);
    if (answers.size() != dossier.endpoints().size()) {
      throw new IllegalArgumentException(
          dossier.endpoints().size() + " endpoints need as many answers, got " + answers.size());
    }
  }
}
