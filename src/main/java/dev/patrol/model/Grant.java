package dev.patrol.model;

import java.util.Locale;

/** The OAuth flow that a token came from. */
public enum Grant {
  AUTHORIZATION_CODE,
  PKCE,
  DEVICE,
  JWT;

  /** The word used in the inventory, such as {@code authorization_code}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
