package dev.patrol.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patrol.model.Redaction;
import dev.patrol.model.Secret;
import java.net.URLDecoder;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds a token, its own or another one, in text. It knows the plain and the percent-encoded form.
 */
final class SecretTraces {
  private static final String PLACEHOLDER = "{token}";
  private static final Set<String> PARAMETERS =
      Set.of("authorization", "access_token", "token", "api_key", "apikey");

  private final Pattern forms;

  SecretTraces(Secret secret) {
    // Each character as it is or percent-encoded, as not everybody encodes the same ones.
    forms =
        Pattern.compile(
            secret
                .unwrap()
                .chars()
                .mapToObj(c -> String.format(Locale.ROOT, "(?:%s|%%%02x)", quoted(c), c))
                .collect(Collectors.joining()),
            Pattern.CASE_INSENSITIVE);
  }

  /** Whether the text holds the token, something shaped like one, or the place of one. */
  boolean in(String text) {
    return inPlain(text) || (text.indexOf('%') >= 0 && inPlain(decoded(text)));
  }

  /** Whether a query parameter, as written, carries a token by name or by value. */
  boolean inParameter(String name, String value) {
    return PARAMETERS.contains(decoded(name).toLowerCase(Locale.ROOT)) || in(name) || in(value);
  }

  /** The text without any token. */
  String redact(String text) {
    return Redaction.mask(forms.matcher(text).replaceAll(Matcher.quoteReplacement(Redaction.MARK)));
  }

  private boolean inPlain(String text) {
    return text.contains(PLACEHOLDER)
        || Redaction.looksLikeToken(text)
        || forms.matcher(text).find();
  }

  private static String quoted(int c) {
    return Pattern.quote(Character.toString(c));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
