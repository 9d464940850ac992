package dev.patrol.model;

/**
 * How a token's value begins; the rest is secret.
 *
 * @param token the token's id
 * @param prefix one of the prefixes that {@link TokenKind} knows, such as {@code pat_}
 */
public record SecretPrefix(String token, String prefix) implements OfToken {}
