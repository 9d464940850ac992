package dev.patrol.notify;

import dev.patrol.model.Secret;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the URL of a webhook; complaints do not quote it, as it is a secret. */
final class WebhookUrl {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|\\[::1]");

  private WebhookUrl() {}

  /** The URL; throws an {@link IllegalArgumentException} when it cannot be used. */
  static URI of(Secret url) {
    URI uri = parse(url.unwrap());
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String host = uri.getHost();
    if (host == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException("expected a URL such as https://host/path");
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("expected a URL without user and fragment");
    }
    if (scheme.equals("http") && !LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
      throw new IllegalArgumentException(
          "expected https, or http to localhost, 127.0.0.1 or [::1]");
    }
    return uri;
  }

  /** The URL with more parameters. */
  static URI with(URI url, String query) {
    if (query.isEmpty()) {
      return url;
    }
    return URI.create(url + (url.getRawQuery() == null ? "?" : "&") + query);
  }

  private static URI parse(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      // Not as the cause: its message is the URL.
      return URI.create("");
    }
  }
}
