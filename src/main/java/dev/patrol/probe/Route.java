package dev.patrol.probe;

import dev.patrol.model.Redaction;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Sends what is meant for a host to another origin, with the original {@code Host} header: a
 * private link, a proxy, a test server.
 *
 * @param host what the requests are meant for, with port where it is not the default one, such as
 *     {@code api.coze.cn}
 * @param target the origin they go to instead: {@code https}, or {@code http} to a loopback address
 */
public record Route(String host, URI target) {
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|::1");

  /**
   * Checks both parts.
   *
   * @throws IllegalArgumentException when one is not usable, naming it and what was expected
   */
  public Route {
    String given = host;
    host =
        Authority.parse(given)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "route: expected a host such as api.coze.cn, got \""
                            + Redaction.url(given)
                            + "\""));
    HttpUrl origin = HttpUrl.parse(target.toString());
    if (origin == null || !isBare(origin)) {
      throw new IllegalArgumentException(
          "route for "
              + host
              + ": expected an origin such as https://gateway.example:8443, without path, query or"
              + " user");
    }
    if (!origin.isHttps() && !LOOPBACK.matcher(origin.host()).matches()) {
      throw new IllegalArgumentException(
          "route for "
              + host
              + ": a token may go in clear text to a loopback address only, such as"
              + " http://127.0.0.1:8080, got \""
              + target
              + "\"; use https");
    }
  }

  /**
   * Reads a route as the command line gives it.
   *
   * @param text {@code HOST=URL}, such as {@code api.coze.cn=http://127.0.0.1:8080}
   * @throws IllegalArgumentException when it is not one, saying what was expected
   */
  public static Route parse(String text) {
    int equals = text.indexOf('=');
    Optional<HttpUrl> target =
        equals < 0
            ? Optional.empty()
            : Optional.ofNullable(HttpUrl.parse(text.substring(equals + 1).strip()));
    if (target.isEmpty()) {
      throw new IllegalArgumentException(
          "route: expected HOST=URL such as api.coze.cn=http://127.0.0.1:8080");
    }
    return new Route(text.substring(0, equals).strip(), target.get().uri());
  }

  HttpUrl origin() {
    return HttpUrl.get(target.toString());
  }

  private static boolean isBare(HttpUrl url) {
    return url.encodedPath().equals("/")
        && url.encodedQuery() == null
        && url.encodedFragment() == null
        && url.encodedUsername().isEmpty()
        && url.encodedPassword().isEmpty();
  }
}
