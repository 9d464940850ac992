package dev.patrol.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL taken apart without judging it: a wrong one is what the guide's step 2 is about.
 *
 * @param scheme lower case, such as {@code https}; empty when the URL has none
 * @param userInfo whether a user name or password stands before the host; it is not kept
 * @param host lower case; empty when the URL has none
 * @param port the port, or -1 when the URL has none
 * @param path the path as written, still encoded; {@code /} when the URL has none
 * @param query the query's parameters in their order, still encoded
 */
public record Address(
    String scheme,
    boolean userInfo,
    String host,
    int port,
    String path,
    List<QueryParameter> query) {

  private static final Pattern PARTS =
      Pattern.compile("([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?", Pattern.DOTALL);

  private static final int LARGEST_SLIP = 3;

  /**
   * One {@code name=value} of a query.
   *
   * @param name as written, still encoded
   * @param value as written, still encoded; empty when there is none
   */
  public record QueryParameter(String name, String value) {
    private static final Set<String> FOR_TOKENS =
        Set.of("authorization", "access_token", "token", "api_key", "apikey");

    /** A part of a query between two {@code &}; without {@code =} its value is empty. */
    public static QueryParameter of(String pair) {
      int equals = pair.indexOf('=');
      return equals < 0
          ? new QueryParameter(pair, "")
          : new QueryParameter(pair.substring(0, equals), pair.substring(equals + 1));
    }

    /** The name without percent-encoding; what is not a well-formed escape stays as it is. */
    public String decodedName() {
      return PercentCode.decodeQuery(name);
    }

    /** The value without percent-encoding; what is not a well-formed escape stays as it is. */
    public String decodedValue() {
      return PercentCode.decodeQuery(value);
    }

    /** Whether it is named as tokens are, or holds one or the place of one. */
    public boolean carriesToken() {
      return FOR_TOKENS.contains(decodedName().toLowerCase(Locale.ROOT))
          || Redaction.holdsToken(name)
          || Redaction.holdsToken(value);
    }
  }

  public Address {
    query = List.copyOf(query);
  }

  /** Takes a URL apart; text that is hardly a URL gives an address with empty parts. */
  public static Address parse(String url) {
    int begin = UserInfo.begin(url);
    int end = UserInfo.end(url);
    String scheme = begin == 0 ? "" : url.substring(0, begin - 3).toLowerCase(Locale.ROOT);
    Matcher parts = PARTS.matcher(url).region(end, url.length());
    if (!parts.matches()) {
      return new Address("", false, "", -1, "/", List.of());
    }
    String authority = parts.group(1).toLowerCase(Locale.ROOT);
    String path = parts.group(2).isEmpty() ? "/" : parts.group(2);
    int colon = authority.lastIndexOf(':');
    int port = colon < 0 ? -1 : port(authority.substring(colon + 1));
    String host = port < 0 ? authority : authority.substring(0, colon);
    return new Address(scheme, end > begin, host, port, path, query(parts.group(3)));
  }

  /** Host and, when the URL names one, port, such as {@code localhost:8888}. */
  public String authority() {
    return port < 0 ? host : host + ":" + port;
  }

  /** Whether this host is probably meant to be that one: a slip or two away, or of its domain. */
  public boolean resembles(String other) {
    String domain = other.substring(other.indexOf('.'));
    return host.endsWith(domain) || EditDistance.between(host, other, LARGEST_SLIP) <= LARGEST_SLIP;
  }

  private static int port(String digits) {
    if (digits.isEmpty()
        || digits.length() > 5
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    return Integer.parseInt(digits);
  }

  private static List<QueryParameter> query(@Nullable String text) {
    List<QueryParameter> parameters = new ArrayList<>();
    if (text != null && !text.isEmpty()) {
      for (String pair : text.split("&", -1)) {
        if (!pair.isEmpty()) {
          parameters.add(QueryParameter.of(pair));
        }
      }
    }
    return parameters;
  }
}
