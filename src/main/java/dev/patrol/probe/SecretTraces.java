package dev.patrol.probe;

import dev.patrol.model.Address.QueryParameter;
import dev.patrol.model.PercentCode;
import dev.patrol.model.Redaction;
import dev.patrol.model.Secret;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds a token, its own or another one, in text. It knows the plain and the percent-encoded form.
 */
final class SecretTraces {
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
    return Redaction.holdsToken(text)
        || forms.matcher(text).find()
        || (text.indexOf('%') >= 0 && forms.matcher(PercentCode.decodeQuery(text)).find());
  }

  /** Whether a query parameter carries a token, this one or any other. */
  boolean in(QueryParameter parameter) {
    return parameter.carriesToken() || in(parameter.name()) || in(parameter.value());
  }

  /** The text without any token. */
  String redact(String text) {
    return Redaction.mask(forms.matcher(text).replaceAll(Matcher.quoteReplacement(Redaction.MARK)));
  }

  private static String quoted(int c) {
    return Pattern.quote(Character.toString(c));
  }
}
