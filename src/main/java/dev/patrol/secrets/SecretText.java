package dev.patrol.secrets;

import dev.patrol.model.Secret;
import dev.patrol.secrets.SecretOutcome.Found;
import dev.patrol.secrets.SecretOutcome.Missing;
import java.util.regex.Pattern;

/** Turns the text that a source gave into a secret, or says why it cannot be one. */
final class SecretText {
  private static final Pattern BEARER =
      Pattern.compile("bearer(\\s.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private SecretText() {}

  /**
   * The secret in the text. A value that is not legal in a header is refused here, because later it
   * would be quoted by whichever library stumbles over it.
   *
   * @param text what was found, surrounding white space and a byte order mark included
   * @param origin what the reason begins with, such as {@code environment variable X}
   */
  static SecretOutcome read(String text, String origin) {
    String value = (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
    if (value.isEmpty()) {
      return new Missing(origin + " is empty");
    }
    if (BEARER.matcher(value).matches()) {
      return new Missing(
          origin + " begins with the word Bearer; expected the bare token, as the word is added");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c > '~') {
        return new Missing(origin + " holds a character that no token has (not ASCII)");
      }
      if (c <= ' ') {
        return new Missing(origin + " holds white space or a control character inside its value");
      }
    }
    return new Found(new Secret(value));
  }
}
