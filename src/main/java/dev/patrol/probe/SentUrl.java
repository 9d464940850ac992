package dev.patrol.probe;

import dev.patrol.model.Address;
import dev.patrol.model.Address.QueryParameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/** Makes the URL that is sent out of the one that an application is configured with. */
final class SentUrl {
  private static final Pattern NO_PART_OF_A_URL = Pattern.compile("[{}|\\\\^`]");

  private SentUrl() {}

  /**
   * The URL as OkHttp understands it, with placeholders and the like percent-encoded; nothing when
   * it cannot be read, or when reading it changes the path. OkHttp resolves {@code ..} and turns
   * {@code \} into {@code /}: another operation than the one the catalog found would be called,
   * perhaps one that writes.
   */
  static Optional<HttpUrl> parse(UrlReader urls, String written, Address address) {
    HttpUrl url = urls.parse(written);
    return url != null && hasSameSegments(address.path(), url.encodedPathSegments())
        ? Optional.of(url)
        : Optional.empty();
  }

  /**
   * Leaves out the fragment and every query parameter that carries a token. It goes in the header,
   * always: a query ends up in logs along the way, and the rules see the fault without asking.
   */
  static HttpUrl withoutSecrets(HttpUrl url, SecretTraces traces) {
    if (url.encodedQuery() == null && url.encodedFragment() == null) {
      return url;
    }
    HttpUrl.Builder sent = url.newBuilder().fragment(null);
    String query = url.encodedQuery();
    if (query != null) {
      String kept =
          Arrays.stream(query.split("&", -1))
              .filter(pair -> !traces.in(QueryParameter.of(pair)))
              .collect(Collectors.joining("&"));
      sent.encodedQuery(kept.isEmpty() ? null : encoded(kept));
    }
    return sent.build();
  }

  /** OkHttp lets these pass, but no URL may hold them, and some servers answer nothing readable. */
  private static String encoded(String query) {
    return NO_PART_OF_A_URL
        .matcher(query)
        .replaceAll(match -> String.format(Locale.ROOT, "%%%02X", (int) match.group().charAt(0)));
  }

  private static boolean hasSameSegments(String writtenPath, List<String> sent) {
    String[] written = writtenPath.substring(1).split("/", -1);
    if (!writtenPath.startsWith("/") || written.length != sent.size()) {
      return false;
    }
    for (int i = 0; i < written.length; i++) {
      if (written[i].isEmpty() != sent.get(i).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
