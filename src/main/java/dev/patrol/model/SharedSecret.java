package dev.patrol.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One secret under several token ids: one of the small summaries that the last round of rules sees.
 *
 * @param tokens the tokens, in the inventory's order
 */
public record SharedSecret(List<Token> tokens) {
  public SharedSecret {
    tokens = List.copyOf(tokens);
    if (tokens.size() < 2) {
      throw new IllegalArgumentException("a shared secret has at least two tokens");
    }
  }

  /** The tokens' ids. */
  public String names() {
    return tokens.stream().map(Token::id).collect(Collectors.joining(", "));
  }
}
