package dev.patrol.model;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists what is known of several tokens, sorted, each once. */
final class TokenGroup {
  private TokenGroup() {}

  static List<String> ids(List<TokenUse> tokens) {
    return distinct(tokens, Token::id);
  }

  static List<String> owners(List<TokenUse> tokens) {
    return distinct(tokens, Token::owner);
  }

  static List<String> environments(List<TokenUse> tokens) {
    return distinct(tokens, Token::environment);
  }

  private static List<String> distinct(
      List<TokenUse> tokens, Function<Token, @Nullable String> of) {
    return tokens.stream()
        .map(use -> of.apply(use.token()))
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }
}
