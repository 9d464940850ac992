package dev.patrol.probe;

import dev.patrol.model.Address.QueryParameter;
import dev.patrol.model.PercentCode;
import dev.patrol.model.Redaction;
import dev.patrol.model.Secret;

/**
 * Finds a token, its own or another one, in text. It knows the plain and the percent-encoded form,
 * also mixed, as not everybody encodes the same characters, and in any case.
 */
final class SecretTraces {
  private static final int HEX = 16;
  private static final int ENCODED = 3;
  private static final int NONE = -1;

  private final String secret;

  SecretTraces(Secret secret) {
    this.secret = secret.unwrap();
  }

  /** Whether the text holds the token, something shaped like one, or the place of one. */
  boolean in(String text) {
    return Redaction.holdsToken(text)
        || find(text, 0) != NONE
        || (text.indexOf('%') >= 0 && find(PercentCode.decodeQuery(text), 0) != NONE);
  }

  /** Whether a query parameter carries a token, this one or any other. */
  boolean in(QueryParameter parameter) {
    return parameter.carriesToken() || in(parameter.name()) || in(parameter.value());
  }

  /** The text without any token. */
  String redact(String text) {
    int found = find(text, 0);
    if (found == NONE) {
      return Redaction.mask(text);
    }
    StringBuilder clean = new StringBuilder(text.length());
    int from = 0;
    for (int at = found; at != NONE; at = find(text, from)) {
      clean.append(text, from, at).append(Redaction.MARK);
      from = end(text, at, 0);
    }
    return Redaction.mask(clean.append(text, from, text.length()).toString());
  }

  /** Where the token begins at or after a place. Each answer passes here: no regular expression. */
  private int find(String text, int from) {
    if (secret.isEmpty()) {
      return NONE;
    }
    char first = lower(secret.charAt(0));
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if ((lower(c) == first || c == '%') && end(text, at, 0) != NONE) {
        return at;
      }
    }
    return NONE;
  }

  /** Where the rest of the token that begins at a place ends. */
  private int end(String text, int from, int done) {
    int at = from;
    for (int i = done; i < secret.length(); i++) {
      char wanted = lower(secret.charAt(i));
      boolean plain = at < text.length() && lower(text.charAt(at)) == wanted;
      if (plain && wanted == '%') {
        // Perhaps itself, perhaps the beginning of its own encoded form.
        int end = end(text, at + 1, i + 1);
        if (end != NONE) {
          return end;
        }
        plain = false;
      }
      if (!plain && !isEncoded(text, at, wanted)) {
        return NONE;
      }
      at += plain ? 1 : ENCODED;
    }
    return at;
  }

  private static boolean isEncoded(String text, int at, char wanted) {
    if (at + ENCODED > text.length() || text.charAt(at) != '%') {
      return false;
    }
    int high = Character.digit(text.charAt(at + 1), HEX);
    int low = Character.digit(text.charAt(at + 2), HEX);
    return high >= 0 && low >= 0 && lower((char) (high * HEX + low)) == wanted;
  }

  /** Tokens are ASCII. */
  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
