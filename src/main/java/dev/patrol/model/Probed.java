package dev.patrol.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dossier with what its probes brought back: all that the rules get to know about a token.
 *
 * @param dossier the token and its endpoints
 * @param identity the answer of the token's identity probe
 * @param answers one for each endpoint, in the dossier's order
 * @param secretPrefix the well-known beginning of the token's value, such as {@code pat_}, which is
 *     not secret; null when the value or its beginning is not known
 * @param foreignHeaders the endpoints whose header holds the value of another token
 * @param past how the token and its endpoints fared in earlier nights
 */
public record Probed(
    Dossier dossier,
    Answer identity,
    List<Answer> answers,
    @Nullable String secretPrefix,
    List<ForeignHeader> foreignHeaders,
    List<History> past) {
  public Probed(
      Dossier dossier,
      Answer identity,
      List<Answer> answers,
      @Nullable String secretPrefix,
      List<ForeignHeader> foreignHeaders) {
    this(dossier, identity, answers, secretPrefix, foreignHeaders, List.of());
  }

  public Probed(
      Dossier dossier, Answer identity, List<Answer> answers, @Nullable String secretPrefix) {
    this(dossier, identity, answers, secretPrefix, List.of());
  }

  public Probed(Dossier dossier, Answer identity, List<Answer> answers) {
    this(dossier, identity, answers, null);
  }

  public Probed {
    answers = List.copyOf(answers);
    foreignHeaders = List.copyOf(foreignHeaders);
    past = List.copyOf(past);
    if (answers.size() != dossier.endpoints().size()) {
      throw new IllegalArgumentException(
          dossier.endpoints().size() + " endpoints need as many answers, got " + answers.size());
    }
  }

  /** The same with what is known about earlier nights. */
  public Probed withPast(List<History> facts) {
    return new Probed(dossier, identity, answers, secretPrefix, foreignHeaders, facts);
  }
}
