package dev.patrol.facts;

import dev.patrol.model.Address;
import dev.patrol.model.Endpoint;
import dev.patrol.model.Header;
import dev.patrol.model.Redaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of what an inventory says so that rules make the same of it: where a token
 * stood, something stands that looks like one and is none.
 */
final class Masked {
  /** What looks like a token to {@link Redaction}; everybody can see that it is none. */
  static final String LOOKALIKE = "pat_REDACTED0000";

  /** A body is facts for rules in what the catalog says about it; its text is cut. */
  private static final int LONGEST_BODY = 8_192;

  private static final Pattern BLOTTED =
      Pattern.compile("(pat|sat|czu|czs|cztei)_" + Pattern.quote(Redaction.MARK));
  private static final Pattern VALUE_ITSELF =
      Pattern.compile("\\b(pat|sat|czu|czs|cztei)_[A-Za-z0-9]{20,}");

  private Masked() {}

  /** Free text. */
  static String text(String text) {
    return Redaction.mask(text);
  }

  static @Nullable String orNull(@Nullable String text) {
    return text == null ? null : Redaction.mask(text);
  }

  /** A name such as {@code pat_build_server1} stays; a token's value is none. */
  static String name(String name) {
    return name.indexOf('_') < 0
        ? name
        : VALUE_ITSELF.matcher(name).replaceAll("$1_" + Redaction.MARK);
  }

  static @Nullable String nameOrNull(@Nullable String name) {
    return name == null ? null : name(name);
  }

  static List<String> names(Collection<String> names) {
    return names.stream().map(Masked::name).toList();
  }

  /** The cells of columns that a team has added. */
  static SortedMap<String, String> cells(Map<String, String> cells) {
    SortedMap<String, String> masked = new TreeMap<>();
    cells.forEach(
        (name, value) ->
            masked.put(
                text(name),
                Redaction.isSecretName(name) && !value.isEmpty() ? Redaction.MARK : text(value)));
    return masked;
  }

  static String url(String url) {
    return alike(url, imitated(Redaction.url(url)));
  }

  static Address address(Address address) {
    return new Address(
        text(address.scheme()),
        address.userInfo(),
        Redaction.url(address.host()),
        address.port(),
        imitated(Redaction.url(address.path())),
        address.query().stream().map(Masked::parameter).toList());
  }

  private static Address.QueryParameter parameter(Address.QueryParameter parameter) {
    String name = imitated(Redaction.url(parameter.name()));
    String value = parameter.value();
    boolean secret =
        !value.isEmpty() && !value.equals(Header.TOKEN) && Redaction.isSecretName(name);
    Address.QueryParameter masked =
        new Address.QueryParameter(name, secret ? Redaction.MARK : imitated(Redaction.url(value)));
    return masked.carriesToken() == parameter.carriesToken()
        ? masked
        : new Address.QueryParameter(name, LOOKALIKE);
  }

  static String authorization(Endpoint endpoint) {
    return imitated(Redaction.authorizationShape(endpoint.authorization()));
  }

  static Header header(Header header) {
    return new Header(
        shape(header.text()),
        shape(header.leading()),
        shape(header.scheme()),
        shape(header.gap()),
        shape(header.trailing()));
  }

  private static String shape(String part) {
    return imitated(Redaction.authorizationShape(part));
  }

  static @Nullable String body(@Nullable String body) {
    if (body == null || body.isBlank()) {
      return body;
    }
    String masked = imitated(Redaction.mask(SafeBody.of(body)));
    String cut = masked.length() > LONGEST_BODY ? masked.substring(0, LONGEST_BODY) : masked;
    String like = alike(body, cut);
    return Redaction.looksLikeToken(body) && !Redaction.looksLikeToken(like) ? LOOKALIKE : like;
  }

  /** Where the whole value was blotted out, the place of the token must still show. */
  private static String alike(String original, String masked) {
    return Redaction.looksLikeToken(original) && !Redaction.looksLikeToken(masked)
        ? masked.replaceFirst(Pattern.quote(Redaction.MARK), LOOKALIKE)
        : masked;
  }

  private static String imitated(String masked) {
    return masked.contains(Redaction.MARK)
        ? BLOTTED.matcher(masked).replaceAll("$1_REDACTED0000")
        : masked;
  }
}
