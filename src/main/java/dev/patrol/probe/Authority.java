package dev.patrol.probe;

import dev.patrol.model.Address;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Host and port of an HTTPS address as one comparable text: {@code api.coze.cn}, {@code h:8443}.
 */
final class Authority {
  private static final int HTTPS = 443;

  private Authority() {}

  /** Where a URL really leads. The default port is left out. */
  static String of(HttpUrl url) {
    String host = url.host().indexOf(':') < 0 ? url.host() : "[" + url.host() + "]";
    return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
  }

  /** Where a URL leads as it is written. The default port is left out. */
  static String of(Address address) {
    return address.port() == HTTPS ? address.host() : address.authority();
  }

  /** Reads a configured host such as {@code api.coze.cn:443}; nothing when it is more than that. */
  static Optional<String> parse(String text) {
    if (text.isEmpty() || text.chars().anyMatch(c -> c <= ' ' || "/\\?#@".indexOf(c) >= 0)) {
      return Optional.empty();
    }
    return Optional.ofNullable(HttpUrl.parse("https://" + text)).map(Authority::of);
  }
}
