package dev.patrol.model;

import org.jspecify.annotations.Nullable;

/**
 * How many tokens of one kind somebody holds: one of the small summaries that the last round of
 * rules sees.
 *
 * @param per {@code owner} or {@code account}
 * @param holder the owner's or the account's name
 * @param email how to reach the owner, or null
 * @param kind the kind of token
 * @param edition {@code personal}, {@code enterprise}, or empty when not known
 * @param count how many there are that still live
 * @param limit how many there may be, or null when no limit is known
 */
public record Holding(
    String per,
    String holder,
    @Nullable String email,
    TokenKind kind,
    String edition,
    int count,
    @Nullable Integer limit) {
  /** What tells it from other holdings, such as {@code owner Li Wei, pat, personal}. */
  public String key() {
    return per + " " + holder + ", " + kind.id() + (edition.isEmpty() ? "" : ", " + edition);
  }
}
