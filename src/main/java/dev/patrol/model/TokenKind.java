package dev.patrol.model;

import java.util.List;
import java.util.Locale;

/** What sort of access token it is. */
public enum TokenKind {
  /** Personal access token: 1 to 30 days, not renewable. */
  PAT,
  /** Service access token: an expiry that can be edited, or none. */
  SAT,
  /** Token of an OAuth app: minutes to a day, renewed by a refresh token or a new JWT. */
  OAUTH;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The word used in the inventory, such as {@code pat}. */
  public String id() {
    return id;
  }

  /** How values of this kind usually begin: a hint, not proof. */
  public List<String> prefixes() {
    return switch (this) {
      case PAT -> List.of("pat_");
      case SAT -> List.of("sat_");
      case OAUTH -> List.of("czu_", "czs_");
    };
  }
}
