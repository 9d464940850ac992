package dev.patrol.model;

/**
 * The edition that a token's account is run under, as one of the account's workspaces tells.
 *
 * @param token the token's id
 * @param edition the edition
 */
public record AccountEdition(String token, Edition edition) implements OfToken {
  /** Whether the edition belongs to one person. */
  public boolean isPersonal() {
    return edition.isPersonal();
  }
}
